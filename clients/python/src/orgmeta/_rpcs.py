"""The table of calls: what each asks with, and what its answer is read to. Threads and asyncio share it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from google.protobuf.message import Message

from orgmeta import _read_record as read
from orgmeta._records import InvitationKey, MembershipKey
from orgmeta.v1 import backend_metadata_pb2 as backend
from orgmeta.v1 import frontend_metadata_pb2 as frontend

Service = Literal["BackendMetadata", "FrontendMetadata"]
Result = TypeVar("Result")
Record = TypeVar("Record")
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Rpc(Generic[Result]):
    """One rpc: where it is, its request, and how its answer becomes what the caller gets."""

    service: Service
    name: str
    request: type[Message]
    read: Callable[[Any], Result]


@dataclass(frozen=True, slots=True)
class Page(Generic[Record]):
    """One answer of a list."""

    metadata: Sequence[Record]
    next_page_token: str


@dataclass(frozen=True, slots=True)
class Part(Generic[Record, Key]):
    """One answer of a batch."""

    metadata: Sequence[Record]
    missing: Sequence[Key]
    unprocessed: Sequence[Key]


def _record(read_record: Callable[[Any], Record]) -> Callable[[Any], Record]:
    return lambda answer: read_record(answer.metadata)


def _nothing(_answer: Any) -> None:
    return None


def _page(read_record: Callable[[Any], Record]) -> Callable[[Any], Page[Record]]:
    return lambda answer: Page([read_record(record) for record in answer.metadata], answer.next_page_token)


def _part(read_record: Callable[[Any], Record], read_key: Callable[[Any], Key]) -> Callable[[Any], Part[Record, Key]]:
    return lambda answer: Part(
        [read_record(record) for record in answer.metadata],
        [read_key(key) for key in answer.missing],
        [read_key(key) for key in answer.unprocessed],
    )


def _membership_key(key: backend.OrganizationMembershipKey) -> MembershipKey:
    return MembershipKey(key.organization_id, key.user_id)


def _invitation_key(key: backend.OrganizationInvitationKey) -> InvitationKey:
    return InvitationKey(key.organization_id, key.invitation_id)


def _backend(name: str, read_answer: Callable[[Any], Result]) -> Rpc[Result]:
    return Rpc("BackendMetadata", name, getattr(backend, f"{name}Request"), read_answer)


def _frontend(name: str, read_answer: Callable[[Any], Result]) -> Rpc[Result]:
    return Rpc("FrontendMetadata", name, getattr(frontend, f"{name}Request"), read_answer)


GET_ORGANIZATION = _backend("GetOrganizationMetadata", _record(read.read_organization))
UPDATE_ORGANIZATION = _backend("UpdateOrganizationMetadata", _record(read.read_organization))
REPLACE_ORGANIZATION = _backend("ReplaceOrganizationMetadata", _record(read.read_organization))
DELETE_ORGANIZATION = _backend("DeleteOrganizationMetadata", _nothing)
BATCH_GET_ORGANIZATION = _backend("BatchGetOrganizationMetadata", _part(read.read_organization, str))
LIST_ORGANIZATION = _backend("ListOrganizationMetadata", _page(read.read_organization))

GET_MEMBERSHIP = _backend("GetOrganizationMembershipMetadata", _record(read.read_membership))
UPDATE_MEMBERSHIP = _backend("UpdateOrganizationMembershipMetadata", _record(read.read_membership))
REPLACE_MEMBERSHIP = _backend("ReplaceOrganizationMembershipMetadata", _record(read.read_membership))
DELETE_MEMBERSHIP = _backend("DeleteOrganizationMembershipMetadata", _nothing)
BATCH_GET_MEMBERSHIP = _backend("BatchGetOrganizationMembershipMetadata", _part(read.read_membership, _membership_key))
LIST_MEMBERSHIP = _backend("ListOrganizationMembershipMetadata", _page(read.read_membership))

GET_INVITATION = _backend("GetOrganizationInvitationMetadata", _record(read.read_invitation))
UPDATE_INVITATION = _backend("UpdateOrganizationInvitationMetadata", _record(read.read_invitation))
REPLACE_INVITATION = _backend("ReplaceOrganizationInvitationMetadata", _record(read.read_invitation))
DELETE_INVITATION = _backend("DeleteOrganizationInvitationMetadata", _nothing)
BATCH_GET_INVITATION = _backend("BatchGetOrganizationInvitationMetadata", _part(read.read_invitation, _invitation_key))
LIST_INVITATION = _backend("ListOrganizationInvitationMetadata", _page(read.read_invitation))
ACCEPT_INVITATION = _backend("AcceptOrganizationInvitation", _record(read.read_membership))

GET_PUBLIC_ORGANIZATION = _frontend("GetOrganizationPublicMetadata", _record(read.read_public_organization))
BATCH_GET_PUBLIC_ORGANIZATION = _frontend(
    "BatchGetOrganizationPublicMetadata", _part(read.read_public_organization, str)
)
GET_PUBLIC_MEMBERSHIP = _frontend("GetOrganizationMembershipPublicMetadata", _record(read.read_public_membership))
LIST_PUBLIC_MEMBERSHIP = _frontend("ListOrganizationMembershipPublicMetadata", _page(read.read_public_membership))
GET_PUBLIC_INVITATION = _frontend("GetOrganizationInvitationPublicMetadata", _record(read.read_public_invitation))
