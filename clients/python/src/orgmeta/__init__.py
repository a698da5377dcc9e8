"""A client of orgmeta: custom JSON on organizations, memberships and invitations.

`orgmeta.Client` is for threads, `orgmeta.aio.Client` for asyncio. The generated code is in `orgmeta.v1`.
"""

from orgmeta import aio
from orgmeta._documents import Document, Json
from orgmeta._errors import (
    ArgumentInvalidError,
    CredentialInvalidError,
    CredentialMissingError,
    EtagMismatchError,
    InvitationAlreadyAcceptedError,
    MetadataInvalidError,
    MetadataNotFoundError,
    MetadataTooLargeError,
    OrganizationNotAllowedError,
    OrganizationNotEmptyError,
    OrgmetaError,
    RateLimitedError,
    RoleNotAllowedError,
    ServiceBusyError,
    StoreUnavailableError,
    WriteContentionError,
    WriteOutcomeUnknownError,
)
from orgmeta._records import (
    Batch,
    Documents,
    InvitationKey,
    MembershipKey,
    OrganizationInvitationMetadata,
    OrganizationInvitationPublicMetadata,
    OrganizationMembershipMetadata,
    OrganizationMembershipPublicMetadata,
    OrganizationMetadata,
    OrganizationPublicMetadata,
)
from orgmeta._sync.client import Client
from orgmeta._tls import Tls

__all__ = [
    "ArgumentInvalidError",
    "Batch",
    "Client",
    "CredentialInvalidError",
    "CredentialMissingError",
    "Document",
    "Documents",
    "EtagMismatchError",
    "InvitationAlreadyAcceptedError",
    "InvitationKey",
    "Json",
    "MembershipKey",
    "MetadataInvalidError",
    "MetadataNotFoundError",
    "MetadataTooLargeError",
    "OrganizationInvitationMetadata",
    "OrganizationInvitationPublicMetadata",
    "OrganizationMembershipMetadata",
    "OrganizationMembershipPublicMetadata",
    "OrganizationMetadata",
    "OrganizationNotAllowedError",
    "OrganizationNotEmptyError",
    "OrganizationPublicMetadata",
    "OrgmetaError",
    "RateLimitedError",
    "RoleNotAllowedError",
    "ServiceBusyError",
    "StoreUnavailableError",
    "Tls",
    "WriteContentionError",
    "WriteOutcomeUnknownError",
    "aio",
]
