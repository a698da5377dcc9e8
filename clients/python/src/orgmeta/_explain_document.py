"""Why a document can't be sent: looked for only once it could not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# The service refuses a document past 32 levels and says so; this is where Python ends soon.
_LEVELS = 200


def explain_document(path: str, item: Any) -> TypeError | ValueError | None:
    """Finds the first value that a Struct can't hold, and names its path. None if there is none."""
    if not isinstance(item, Mapping):
        return TypeError(f"{path} is of the type {type(item).__qualname__}; a document is a dict")
    return _explain(path, item, _LEVELS)


def _explain(path: str, item: Any, levels: int) -> TypeError | ValueError | None:
    if levels == 0:
        return ValueError(f"{path.partition('.')[0]} is nested too deeply, or holds itself")
    if isinstance(item, Mapping):
        return _explain_mapping(path, item, levels)
    if isinstance(item, (list, tuple)):
        faults = (_explain(f"{path}[{index}]", element, levels - 1) for index, element in enumerate(item))
        return next((fault for fault in faults if fault is not None), None)
    if isinstance(item, str):
        return None if _is_unicode(item) else ValueError(f"{path} has a lone surrogate, which is no Unicode text")
    if isinstance(item, (int, float)):
        return None if _is_double(item) else ValueError(f"{path} is an int that no double holds exactly; make it a str")
    return None if item is None else TypeError(f"{path} is of the type {type(item).__qualname__}, which JSON has not")


def _explain_mapping(path: str, item: Mapping[Any, Any], levels: int) -> TypeError | ValueError | None:
    for key, member in item.items():
        if not isinstance(key, str):
            return TypeError(f"{path} has the key {key!r}, which is no string")
        if not _is_unicode(key):
            return ValueError(f"{path} has the key {key!r} with a lone surrogate, which is no Unicode text")
        fault = _explain(f"{path}.{key}", member, levels - 1)
        if fault is not None:
            return fault
    return None


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_double(number: float) -> bool:
    try:
        return isinstance(number, float) or int(float(number)) == number
    except OverflowError:
        return False
