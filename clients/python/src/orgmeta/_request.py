from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from google.protobuf.message import Message

from orgmeta._documents import write_document

_DOCUMENTS = frozenset({"public_metadata", "private_metadata", "public_contains", "private_contains"})


def build_request(request: type[Message], fields: Mapping[str, Any]) -> Message:
    """Makes a request of its fields. One that is None is left out; documents are plain."""
    message = request(**{name: value for name, value in fields.items() if name not in _DOCUMENTS})
    for name in _DOCUMENTS & fields.keys():
        document = fields[name]
        if document is not None:
            write_document(name, document, getattr(message, name))
    return message
