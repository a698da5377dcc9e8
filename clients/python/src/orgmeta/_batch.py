"""The table of batches, and a batch under way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic

from orgmeta import _rpcs as rpcs
from orgmeta._errors import OrgmetaError
from orgmeta._records import Batch, InvitationKey, Key, MembershipKey, Record


@dataclass(frozen=True, slots=True)
class BatchGet(Generic[Record, Key]):
    """How a batch is asked for: the field of the request, one key for it, and the key of a record."""

    rpc: rpcs.Rpc[rpcs.Part[Record, Key]]
    field: str
    write_key: Callable[[Key], Any]
    key_of: Callable[[Record], Key]


class BatchReading(Generic[Record, Key]):
    """A batch under way: what is left to ask for, and what the answers said so far."""

    def __init__(self, batch: BatchGet[Record, Key], keys: Iterable[Key]) -> None:
        self._batch = batch
        self._left = list(keys)
        self._asked = dict.fromkeys(self._left)
        self._found: dict[Key, Record] = {}

    def fields(self) -> dict[str, Any]:
        """The fields of the next request."""
        return {self._batch.field: [self._batch.write_key(key) for key in self._left]}

    def add(self, part: rpcs.Part[Record, Key]) -> bool:
        """Takes in an answer. True if it was the last. Raises OrgmetaError for one with nothing of what was asked."""
        if part.unprocessed and len(part.unprocessed) >= len(self._left):
            raise OrgmetaError("INTERNAL", "", {}, "", "the service answered a batch with nothing of it")
        self._found.update((self._batch.key_of(record), record) for record in part.metadata)
        self._left = list(part.unprocessed)
        return not self._left

    def result(self) -> Batch[Record, Key]:
        """What all answers said."""
        return Batch(
            [self._found[key] for key in self._asked if key in self._found],
            [key for key in self._asked if key not in self._found],
        )


ORGANIZATIONS = BatchGet(rpcs.BATCH_GET_ORGANIZATION, "organization_ids", str, lambda record: record.organization_id)
MEMBERSHIPS = BatchGet(
    rpcs.BATCH_GET_MEMBERSHIP,
    "keys",
    MembershipKey._asdict,
    lambda record: MembershipKey(record.organization_id, record.user_id),
)
INVITATIONS = BatchGet(
    rpcs.BATCH_GET_INVITATION,
    "keys",
    InvitationKey._asdict,
    lambda record: InvitationKey(record.organization_id, record.invitation_id),
)
PUBLIC_ORGANIZATIONS = BatchGet(
    rpcs.BATCH_GET_PUBLIC_ORGANIZATION, "organization_ids", str, lambda record: record.organization_id
)
