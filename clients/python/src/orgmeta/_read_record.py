"""From messages to records."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from google.protobuf.timestamp_pb2 import Timestamp

from orgmeta._documents import read_document
from orgmeta._records import (
    OrganizationInvitationMetadata,
    OrganizationInvitationPublicMetadata,
    OrganizationMembershipMetadata,
    OrganizationMembershipPublicMetadata,
    OrganizationMetadata,
    OrganizationPublicMetadata,
)
from orgmeta.v1 import backend_metadata_pb2 as backend
from orgmeta.v1 import frontend_metadata_pb2 as frontend

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def read_organization(message: backend.OrganizationMetadata) -> OrganizationMetadata:
    return OrganizationMetadata(
        message.organization_id,
        read_document(message.public_metadata),
        read_document(message.private_metadata),
        message.etag,
        _read_time(message.create_time),
        _read_time(message.update_time),
        message.public_size_bytes,
        message.private_size_bytes,
    )


def read_membership(message: backend.OrganizationMembershipMetadata) -> OrganizationMembershipMetadata:
    return OrganizationMembershipMetadata(
        message.organization_id,
        message.user_id,
        read_document(message.public_metadata),
        read_document(message.private_metadata),
        message.etag,
        _read_time(message.create_time),
        _read_time(message.update_time),
        message.public_size_bytes,
        message.private_size_bytes,
    )


def read_invitation(message: backend.OrganizationInvitationMetadata) -> OrganizationInvitationMetadata:
    return OrganizationInvitationMetadata(
        message.organization_id,
        message.invitation_id,
        read_document(message.public_metadata),
        message.etag,
        _read_time(message.create_time),
        _read_time(message.update_time),
        message.public_size_bytes,
        message.accepted_user_id or None,
        _read_time(message.accept_time) if message.HasField("accept_time") else None,
    )


def read_public_organization(message: frontend.OrganizationPublicMetadata) -> OrganizationPublicMetadata:
    return OrganizationPublicMetadata(
        message.organization_id,
        read_document(message.public_metadata),
        message.etag,
        _read_time(message.update_time),
    )


def read_public_membership(
    message: frontend.OrganizationMembershipPublicMetadata,
) -> OrganizationMembershipPublicMetadata:
    return OrganizationMembershipPublicMetadata(
        message.organization_id,
        message.user_id,
        read_document(message.public_metadata),
        message.etag,
        _read_time(message.update_time),
    )


def read_public_invitation(
    message: frontend.OrganizationInvitationPublicMetadata,
) -> OrganizationInvitationPublicMetadata:
    return OrganizationInvitationPublicMetadata(
        message.organization_id,
        message.invitation_id,
        read_document(message.public_metadata),
        message.etag,
        _read_time(message.update_time),
    )


def _read_time(time: Timestamp) -> datetime:
    return _EPOCH + timedelta(seconds=time.seconds, microseconds=time.nanos // 1000)
