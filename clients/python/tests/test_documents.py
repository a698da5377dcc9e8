from __future__ import annotations

import enum
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timezone
from types import MappingProxyType
from typing import Any

import pytest
from google.protobuf import json_format
from google.protobuf.struct_pb2 import Struct

from orgmeta._documents import read_document, write_document


class Plan(str, enum.Enum):
    PRO = "pro"


class Seats(enum.IntEnum):
    FEW = 5


def write(document: Any) -> Struct:
    struct = Struct()
    write_document("public_metadata", document, struct)
    return struct


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"a": None, "b": True, "c": False, "d": "", "e": 0, "f": 1.5, "g": [], "h": {}},
        {"": {"": [[[]], [{}], [None]]}},
        {"a.b": 1, "$set": 2, "__proto__": {"x": 1}, "constructor": "y", "😀": "😀"},
        {"largest": 2**53, "smallest": -(2**53)},
    ],
)
def test_a_document_comes_back_as_it_was_given(document: dict[str, Any]) -> None:
    assert repr_of(read_document(write(document))) == repr_of(document)


@pytest.mark.parametrize(
    ("title", "given", "expected"),
    [
        ("a whole number is an int", 5.0, 5),
        ("a number past 2**53 is a float, as it is stored", 2**53 + 2, float(2**53 + 2)),
        ("a tuple is a list", (1, ("a",)), [1, ["a"]]),
        ("an enum of strings is its string", Plan.PRO, "pro"),
        ("an enum of numbers is its number", Seats.FEW, 5),
        ("any mapping is an object", OrderedDict(a=MappingProxyType({"b": 1})), {"a": {"b": 1}}),
    ],
)
def test_what_is_like_json_becomes_json(title: str, given: Any, expected: Any) -> None:
    assert repr_of(read_document(write({"it": given}))) == repr_of({"it": expected}), title


def test_a_struct_holds_what_protobuf_itself_would_write() -> None:
    document = {"a": None, "b": [True, 1.5, "x", {"c": {}}], "d": []}
    assert write(document) == json_format.ParseDict(document, Struct())


def test_nan_and_infinities_are_left_to_the_service() -> None:
    struct = write({"it": [float("nan"), float("-inf")]})
    assert [value.number_value for value in struct.fields["it"].list_value.values][1] == float("-inf")


def nest(levels: int) -> Any:
    return {"a": nest(levels - 1)} if levels else 1


def hold_itself() -> Any:
    document: dict[str, Any] = {}
    document["a"] = [document]
    return document


@pytest.mark.parametrize(
    ("make", "kind", "message"),
    [
        (lambda: {"a": [0, {"b": {1, 2}}]}, TypeError, "public_metadata.a[1].b is of the type set, which JSON has not"),
        (lambda: {"at": datetime.now(timezone.utc)}, TypeError, "public_metadata.at is of the type datetime"),
        (lambda: {"a": b"x"}, TypeError, "public_metadata.a is of the type bytes"),
        (lambda: {"a": {5: 1}}, TypeError, "public_metadata.a has the key 5, which is no string"),
        (lambda: {"a": 10**400}, ValueError, "public_metadata.a is an int that no double holds exactly"),
        (lambda: {"id": [2**53 + 1]}, ValueError, "public_metadata.id[0] is an int that no double holds exactly"),
        (lambda: {"id": -(2**64) - 1}, ValueError, "public_metadata.id is an int that no double holds exactly"),
        (lambda: {"a": "\ud800"}, ValueError, "public_metadata.a has a lone surrogate"),
        (lambda: {"a": {"\ud800": 1}}, ValueError, "public_metadata.a has the key '\\ud800' with a lone surrogate"),
        (lambda: [1], TypeError, "public_metadata is of the type list; a document is a dict"),
        (lambda: "x", TypeError, "public_metadata is of the type str; a document is a dict"),
        (hold_itself, ValueError, "public_metadata is nested too deeply, or holds itself"),
        (lambda: nest(900), ValueError, "public_metadata is nested too deeply, or holds itself"),
    ],
)
def test_what_json_has_not_is_refused_with_its_path(
    make: Callable[[], Any], kind: type[Exception], message: str
) -> None:
    with pytest.raises(kind) as raised:
        write(make())
    assert str(raised.value).startswith(message)


def repr_of(document: Any) -> str:
    """Tells 1 from 1.0 and from True, and minds no order."""
    if isinstance(document, dict):
        return "{" + ",".join(f"{key!r}:{repr_of(document[key])}" for key in sorted(document)) + "}"
    return f"[{','.join(map(repr_of, document))}]" if isinstance(document, list) else repr(document)
