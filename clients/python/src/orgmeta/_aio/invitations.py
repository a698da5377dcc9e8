from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import Any

from orgmeta import _batch, _modification
from orgmeta import _rpcs as rpcs
from orgmeta._aio.caller import Caller
from orgmeta._documents import Document
from orgmeta._records import Batch, InvitationKey, OrganizationInvitationMetadata, OrganizationMembershipMetadata


class Invitations(Caller):
    """The calls of BackendMetadata for invitations."""

    async def get_organization_invitation_metadata(
        self,
        organization_id: str,
        invitation_id: str,
        *,
        timeout: float | None = None,
    ) -> OrganizationInvitationMetadata:
        """Reads an invitation's metadata. Raises MetadataNotFoundError if there is none."""
        return await self._call(
            rpcs.GET_INVITATION, timeout, organization_id=organization_id, invitation_id=invitation_id
        )

    async def update_organization_invitation_metadata(
        self,
        organization_id: str,
        invitation_id: str,
        *,
        public_metadata: Document | None = None,
        etag: str | None = None,
        validate_only: bool = False,
        timeout: float | None = None,
    ) -> OrganizationInvitationMetadata:
        """Merges what is given into the stored document, as JSON Merge Patch: None inside removes a member.

        Creates the record if there is none. With an etag it is done only if that is the current one.
        With validate_only nothing is written, and what would be stored is given.
        """
        return await self._call(
            rpcs.UPDATE_INVITATION,
            timeout,
            organization_id=organization_id,
            invitation_id=invitation_id,
            public_metadata=public_metadata,
            etag=etag,
            validate_only=validate_only,
        )

    async def replace_organization_invitation_metadata(
        self,
        organization_id: str,
        invitation_id: str,
        *,
        public_metadata: Document | None = None,
        etag: str | None = None,
        validate_only: bool = False,
        timeout: float | None = None,
    ) -> OrganizationInvitationMetadata:
        """Sets what is given, whole."""
        return await self._call(
            rpcs.REPLACE_INVITATION,
            timeout,
            organization_id=organization_id,
            invitation_id=invitation_id,
            public_metadata=public_metadata,
            etag=etag,
            validate_only=validate_only,
        )

    async def delete_organization_invitation_metadata(
        self,
        organization_id: str,
        invitation_id: str,
        *,
        etag: str | None = None,
        timeout: float | None = None,
    ) -> None:
        """Deletes an invitation's metadata. Raises MetadataNotFoundError if there is none."""
        return await self._call(
            rpcs.DELETE_INVITATION, timeout, organization_id=organization_id, invitation_id=invitation_id, etag=etag
        )

    async def batch_get_organization_invitation_metadata(
        self,
        keys: Iterable[tuple[str, str]],
        *,
        timeout: float | None = None,
    ) -> Batch[OrganizationInvitationMetadata, InvitationKey]:
        """Reads the metadata of up to 100 invitations, given by organization's id and own id."""
        return await self._batch(_batch.INVITATIONS, timeout, (InvitationKey(*key) for key in keys))

    def list_organization_invitation_metadata(
        self,
        organization_id: str,
        *,
        public_contains: Document | None = None,
        page_size: int | None = None,
        timeout: float | None = None,
    ) -> AsyncIterator[OrganizationInvitationMetadata]:
        """Lists the metadata of an organization's invitations.

        A page of up to `page_size` records, 50 unless it is given and never more than 1000, is fetched when it is
        needed, each within the timeout.
        """
        return self._list(
            rpcs.LIST_INVITATION,
            timeout,
            organization_id=organization_id,
            public_contains=public_contains,
            page_size=page_size,
        )

    async def accept_organization_invitation(
        self,
        organization_id: str,
        invitation_id: str,
        user_id: str,
        *,
        timeout: float | None = None,
    ) -> OrganizationMembershipMetadata:
        """Merges the invitation's public metadata into the user's membership, once, and gives that. A retry is safe.

        Raises InvitationAlreadyAcceptedError if another user has accepted it.
        """
        return await self._call(
            rpcs.ACCEPT_INVITATION,
            timeout,
            organization_id=organization_id,
            invitation_id=invitation_id,
            user_id=user_id,
        )

    async def modify_organization_invitation_metadata(
        self,
        organization_id: str,
        invitation_id: str,
        change: Callable[[dict[str, Any]], dict[str, Any] | Awaitable[dict[str, Any]]],
        *,
        timeout: float | None = None,
    ) -> OrganizationInvitationMetadata:
        """Replaces an invitation's metadata by what `change` makes of it, and loses nobody else's write.

        `change` gets the public metadata, empty if there is no record, and returns it changed; it may be a coroutine
        function.
        It may run more than once: when somebody else was faster, all begins anew. If the tenth attempt fails as
        well, EtagMismatchError is raised. The timeout is that of each call.
        """
        return await self._modify(
            _modification.INVITATION, timeout, change, organization_id=organization_id, invitation_id=invitation_id
        )
