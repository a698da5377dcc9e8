"""Refusals as exceptions: one class for all, and one for each reason of `error_reason.proto`."""

from __future__ import annotations

from collections.abc import Mapping


class OrgmetaError(Exception):
    """A call that did not succeed. `__cause__` is gRPC's own error.

    code: gRPC's name of the status, such as "ABORTED".
    reason: why the service refused, such as "ETAG_MISMATCH"; "" where it did not answer, and for its own faults.
    metadata: what the service says about the reason, by name.
    field: the path of the field that is to blame; "" where none is.
    message: what the service, or gRPC, says to people.
    retry_delay: how many seconds to wait before trying again; None where the service did not say.
    """

    def __init__(
        self,
        code: str,
        reason: str,
        metadata: Mapping[str, str],
        field: str,
        message: str,
        retry_delay: float | None = None,
    ) -> None:
        super().__init__(code, reason, metadata, field, message, retry_delay)
        self.code = code
        self.reason = reason
        self.metadata = metadata
        self.field = field
        self.message = message
        self.retry_delay = retry_delay

    def __str__(self) -> str:
        return f"{self.message} ({self.code}{', ' if self.reason else ''}{self.reason})"


class MetadataTooLargeError(OrgmetaError):
    """A document is over its limit. Metadata: `field`, `size_bytes`, `limit_bytes`."""


class MetadataInvalidError(OrgmetaError):
    """A document holds what JSON can't say or the service refuses. Metadata: `field`, `path`."""


class ArgumentInvalidError(OrgmetaError):
    """An id, a page size, a page token or the size of a batch is wrong. Metadata: `field`."""


class MetadataNotFoundError(OrgmetaError):
    """There is no such record. Metadata: its ids."""


class EtagMismatchError(OrgmetaError):
    """The record has changed since its etag was read; nothing was written. Metadata: `etag`, the current one."""


class WriteContentionError(OrgmetaError):
    """Others wrote the record faster than the service could; nothing was written. Try again after a pause."""


class InvitationAlreadyAcceptedError(OrgmetaError):
    """The invitation was accepted, by another user or before this update."""


class OrganizationNotEmptyError(OrgmetaError):
    """The organization still has metadata of memberships or invitations."""


class CredentialMissingError(OrgmetaError):
    """The call needs a credential, and the client has none."""


class CredentialInvalidError(OrgmetaError):
    """The credential is malformed, unknown, revoked or expired."""


class RoleNotAllowedError(OrgmetaError):
    """The credential's role may not make this call. Metadata: `required_role`."""


class OrganizationNotAllowedError(OrgmetaError):
    """The credential is not for this organization, or gives no right to list."""


class StoreUnavailableError(OrgmetaError):
    """The service can't reach its store; nothing was written. Try again later."""


class WriteOutcomeUnknownError(OrgmetaError):
    """Nobody knows whether the write landed: read the record."""


class RateLimitedError(OrgmetaError):
    """More calls than this service lets one caller make. Metadata: `calls_per_second`, `burst`."""


class ServiceBusyError(OrgmetaError):
    """All callers together have as much under way as the service allows. A write that came whole may have landed."""


CLASS_OF_REASON: Mapping[str, type[OrgmetaError]] = {
    "METADATA_TOO_LARGE": MetadataTooLargeError,
    "METADATA_INVALID": MetadataInvalidError,
    "ARGUMENT_INVALID": ArgumentInvalidError,
    "METADATA_NOT_FOUND": MetadataNotFoundError,
    "ETAG_MISMATCH": EtagMismatchError,
    "WRITE_CONTENTION": WriteContentionError,
    "INVITATION_ALREADY_ACCEPTED": InvitationAlreadyAcceptedError,
    "ORGANIZATION_NOT_EMPTY": OrganizationNotEmptyError,
    "CREDENTIAL_MISSING": CredentialMissingError,
    "CREDENTIAL_INVALID": CredentialInvalidError,
    "ROLE_NOT_ALLOWED": RoleNotAllowedError,
    "ORGANIZATION_NOT_ALLOWED": OrganizationNotAllowedError,
    "STORE_UNAVAILABLE": StoreUnavailableError,
    "WRITE_OUTCOME_UNKNOWN": WriteOutcomeUnknownError,
    "RATE_LIMITED": RateLimitedError,
    "SERVICE_BUSY": ServiceBusyError,
}
