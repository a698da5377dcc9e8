"""Metadata documents between plain Python and `google.protobuf.Struct`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, Union

from google.protobuf.struct_pb2 import Struct, Value

from orgmeta._explain_document import explain_document

Json: TypeAlias = Union[bool, int, float, str, Sequence["Json"], Mapping[str, "Json"], None]
"""What JSON can say, as it is given: lists and tuples are arrays, every mapping is an object."""

Document: TypeAlias = Mapping[str, Json]
"""A metadata document as it is given."""

_LARGEST_EXACT_INTEGER = 2**53


def write_document(field: str, document: Document, struct: Struct) -> None:
    """Fills an empty Struct.

    Raises TypeError or ValueError, naming the path from `field` on, for what a Struct can't hold as it is. NaN and
    infinities it can hold; the service refuses them.
    """
    try:
        _write_object(document, struct)
    except (AttributeError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise (explain_document(field, document) or error) from None


def read_document(struct: Struct) -> dict[str, Any]:
    """Makes dicts, lists and values of a Struct. A whole number up to 2**53 is an int, every other number a float."""
    return {key: _read_value(value) for key, value in struct.fields.items()}


def _write_object(document: Mapping[str, Any], struct: Struct) -> None:
    # Says that it is there, also when it has no members.
    struct.SetInParent()
    fields = struct.fields
    for key, item in document.items():
        _write_value(item, fields[key])


def _write_value(item: Any, value: Value) -> None:
    kind = type(item)
    if kind is str:
        value.string_value = item
    elif kind is bool:
        value.bool_value = item
    elif kind is float:
        value.number_value = item
    elif kind is int:
        if not -_LARGEST_EXACT_INTEGER <= item <= _LARGEST_EXACT_INTEGER and int(float(item)) != item:
            raise ValueError
        value.number_value = item
    elif item is None:
        value.null_value = 0  # type: ignore[assignment]
    elif kind is dict:
        _write_object(item, value.struct_value)
    elif kind is list:
        value.list_value.SetInParent()
        values = value.list_value.values
        for element in item:
            _write_value(element, values.add())
    else:
        _write_value(_plain(item), value)


def _plain(item: Any) -> Any:
    """The value of a plain type for one of a derived or a similar type, such as an IntEnum or a tuple."""
    if isinstance(item, str):
        return str.__str__(item)
    if isinstance(item, int):
        return int(item)
    if isinstance(item, float):
        return float(item)
    if isinstance(item, Mapping):
        return dict(item)
    if isinstance(item, (list, tuple)):
        return list(item)
    raise TypeError


def _read_value(value: Value) -> Any:
    # Most values are strings, and this is the quickest question.
    text = value.string_value
    if text:
        return text
    kind = value.WhichOneof("kind")
    if kind == "number_value":
        number = value.number_value
        if number.is_integer() and -_LARGEST_EXACT_INTEGER <= number <= _LARGEST_EXACT_INTEGER:
            return int(number)
        return number
    if kind == "struct_value":
        return {key: _read_value(item) for key, item in value.struct_value.fields.items()}
    if kind == "list_value":
        return [_read_value(item) for item in value.list_value.values]
    if kind == "bool_value":
        return value.bool_value
    return "" if kind == "string_value" else None
