"""The table of `modify_…`, and what it knows besides making calls."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from orgmeta import _rpcs as rpcs
from orgmeta._records import (
    Documents,
    OrganizationInvitationMetadata,
    OrganizationMembershipMetadata,
    OrganizationMetadata,
)

_ATTEMPTS = 10
_FIRST_WAIT_SECONDS = 0.02
_LONGEST_WAIT_SECONDS = 1


class WithEtag(Protocol):
    @property
    def etag(self) -> str: ...


Stored = TypeVar("Stored", bound=WithEtag)
Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Modification(Generic[Stored, Given]):
    """How a kind is modified.

    read: what is given to the caller's function; of None if there is no record.
    write: the fields of the request that replaces it by what that function returned.
    """

    get: rpcs.Rpc[Stored]
    replace: rpcs.Rpc[Stored]
    read: Callable[[Stored | None], Given]
    write: Callable[[Given], Mapping[str, Any]]


def draw_waits() -> Iterator[float]:
    """Gives how many seconds to wait before each attempt but the first. They are random, so that competitors part."""
    for failed in range(_ATTEMPTS - 1):
        yield random.uniform(0, min(_FIRST_WAIT_SECONDS * 2**failed, _LONGEST_WAIT_SECONDS))


def etag_of(record: WithEtag | None) -> str:
    """The etag to replace with what was read; for None, the one that asks that there is no record."""
    return "0" if record is None else record.etag


def _documents_of(record: OrganizationMetadata | OrganizationMembershipMetadata | None) -> Documents:
    return Documents({}, {}) if record is None else Documents(record.public_metadata, record.private_metadata)


def _write_documents(documents: Documents) -> dict[str, Any]:
    if not isinstance(documents, Documents):
        raise TypeError(f"the function returned {type(documents).__qualname__}; it has to return Documents")
    return {"public_metadata": documents.public_metadata, "private_metadata": documents.private_metadata}


def _document_of(record: OrganizationInvitationMetadata | None) -> dict[str, Any]:
    return {} if record is None else record.public_metadata


def _write_document(document: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(document, Mapping):
        raise TypeError(f"the function returned {type(document).__qualname__}; it has to return the public metadata")
    return {"public_metadata": document}


ORGANIZATION = Modification(rpcs.GET_ORGANIZATION, rpcs.REPLACE_ORGANIZATION, _documents_of, _write_documents)
MEMBERSHIP = Modification(rpcs.GET_MEMBERSHIP, rpcs.REPLACE_MEMBERSHIP, _documents_of, _write_documents)
INVITATION = Modification(rpcs.GET_INVITATION, rpcs.REPLACE_INVITATION, _document_of, _write_document)
