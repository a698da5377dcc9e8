"""What the calls give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, NamedTuple, TypeVar

Record = TypeVar("Record")
Key = TypeVar("Key")


class MembershipKey(NamedTuple):
    """The ids of a membership."""

    organization_id: str
    user_id: str


class InvitationKey(NamedTuple):
    """The ids of an invitation."""

    organization_id: str
    invitation_id: str


@dataclass(frozen=True, slots=True)
class OrganizationMetadata:
    """The metadata of one organization. Times are aware, in UTC; sizes are bytes of compact JSON."""

    organization_id: str
    public_metadata: dict[str, Any]
    private_metadata: dict[str, Any]
    etag: str
    create_time: datetime
    update_time: datetime
    public_size_bytes: int
    private_size_bytes: int


@dataclass(frozen=True, slots=True)
class OrganizationMembershipMetadata:
    """The metadata of one membership. Times are aware, in UTC; sizes are bytes of compact JSON."""

    organization_id: str
    user_id: str
    public_metadata: dict[str, Any]
    private_metadata: dict[str, Any]
    etag: str
    create_time: datetime
    update_time: datetime
    public_size_bytes: int
    private_size_bytes: int


@dataclass(frozen=True, slots=True)
class OrganizationInvitationMetadata:
    """The metadata of one invitation, which has no private metadata.

    `accepted_user_id` and `accept_time` are None while nobody has accepted it.
    """

    organization_id: str
    invitation_id: str
    public_metadata: dict[str, Any]
    etag: str
    create_time: datetime
    update_time: datetime
    public_size_bytes: int
    accepted_user_id: str | None
    accept_time: datetime | None


@dataclass(frozen=True, slots=True)
class OrganizationPublicMetadata:
    """What a frontend sees of an organization. Etag and time are of the public metadata alone."""

    organization_id: str
    public_metadata: dict[str, Any]
    etag: str
    update_time: datetime


@dataclass(frozen=True, slots=True)
class OrganizationMembershipPublicMetadata:
    """What a frontend sees of a membership. Etag and time are of the public metadata alone."""

    organization_id: str
    user_id: str
    public_metadata: dict[str, Any]
    etag: str
    update_time: datetime


@dataclass(frozen=True, slots=True)
class OrganizationInvitationPublicMetadata:
    """What a frontend sees of an invitation. Etag and time are of the public metadata alone."""

    organization_id: str
    invitation_id: str
    public_metadata: dict[str, Any]
    etag: str
    update_time: datetime


@dataclass(frozen=True, slots=True)
class Batch(Generic[Record, Key]):
    """What a batch found and what it did not, each in the order in which it was asked, and once."""

    metadata: list[Record]
    missing: list[Key]


@dataclass(slots=True)
class Documents:
    """The documents of a record, as the function of a `modify_…` gets and returns them. May be changed in place."""

    public_metadata: dict[str, Any]
    private_metadata: dict[str, Any]
