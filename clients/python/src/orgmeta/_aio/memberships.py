from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

from orgmeta import _batch, _modification
from orgmeta import _rpcs as rpcs
from orgmeta._aio.caller import Caller
from orgmeta._documents import Document
from orgmeta._records import Batch, Documents, MembershipKey, OrganizationMembershipMetadata


class Memberships(Caller):
    """The calls of BackendMetadata for memberships."""

    async def get_organization_membership_metadata(
        self,
        organization_id: str,
        user_id: str,
        *,
        timeout: float | None = None,
    ) -> OrganizationMembershipMetadata:
        """Reads a membership's metadata. Raises MetadataNotFoundError if there is none."""
        return await self._call(rpcs.GET_MEMBERSHIP, timeout, organization_id=organization_id, user_id=user_id)

    async def update_organization_membership_metadata(
        self,
        organization_id: str,
        user_id: str,
        *,
        public_metadata: Document | None = None,
        private_metadata: Document | None = None,
        etag: str | None = None,
        validate_only: bool = False,
        timeout: float | None = None,
    ) -> OrganizationMembershipMetadata:
        """Merges each document that is given into the stored one, as JSON Merge Patch: None inside removes a member.

        Creates the record if there is none. With an etag it is done only if that is the current one.
        With validate_only nothing is written, and what would be stored is given.
        """
        return await self._call(
            rpcs.UPDATE_MEMBERSHIP,
            timeout,
            organization_id=organization_id,
            user_id=user_id,
            public_metadata=public_metadata,
            private_metadata=private_metadata,
            etag=etag,
            validate_only=validate_only,
        )

    async def replace_organization_membership_metadata(
        self,
        organization_id: str,
        user_id: str,
        *,
        public_metadata: Document | None = None,
        private_metadata: Document | None = None,
        etag: str | None = None,
        validate_only: bool = False,
        timeout: float | None = None,
    ) -> OrganizationMembershipMetadata:
        """Sets each document that is given, whole; one that is left out stays as it is.

        Creates the record if there is none. With an etag it is done only if that is the current one.
        With validate_only nothing is written, and what would be stored is given.
        """
        return await self._call(
            rpcs.REPLACE_MEMBERSHIP,
            timeout,
            organization_id=organization_id,
            user_id=user_id,
            public_metadata=public_metadata,
            private_metadata=private_metadata,
            etag=etag,
            validate_only=validate_only,
        )

    async def delete_organization_membership_metadata(
        self,
        organization_id: str,
        user_id: str,
        *,
        etag: str | None = None,
        timeout: float | None = None,
    ) -> None:
        """Deletes a membership's metadata. Raises MetadataNotFoundError if there is none."""
        return await self._call(
            rpcs.DELETE_MEMBERSHIP, timeout, organization_id=organization_id, user_id=user_id, etag=etag
        )

    async def batch_get_organization_membership_metadata(
        self,
        keys: Iterable[tuple[str, str]],
        *,
        timeout: float | None = None,
    ) -> Batch[OrganizationMembershipMetadata, MembershipKey]:
        """Reads the metadata of up to 100 memberships, given by organization's id and user id."""
        return await self._batch(_batch.MEMBERSHIPS, timeout, (MembershipKey(*key) for key in keys))

    def list_organization_membership_metadata(
        self,
        organization_id: str | None = None,
        *,
        user_id: str | None = None,
        public_contains: Document | None = None,
        private_contains: Document | None = None,
        page_size: int | None = None,
        timeout: float | None = None,
    ) -> AsyncIterator[OrganizationMembershipMetadata]:
        """Lists the metadata of an organization's memberships, or of a user's: exactly one of the ids is given.

        A page of up to `page_size` records, 50 unless it is given and never more than 1000, is fetched when it is
        needed, each within the timeout.
        """
        return self._list(
            rpcs.LIST_MEMBERSHIP,
            timeout,
            organization_id=organization_id,
            user_id=user_id,
            public_contains=public_contains,
            private_contains=private_contains,
            page_size=page_size,
        )

    async def modify_organization_membership_metadata(
        self,
        organization_id: str,
        user_id: str,
        change: Callable[[Documents], Documents | Awaitable[Documents]],
        *,
        timeout: float | None = None,
    ) -> OrganizationMembershipMetadata:
        """Replaces a membership's metadata by what `change` makes of it, and loses nobody else's write.

        `change` gets the documents, empty if there is no record, and returns them changed; it may be a coroutine
        function.
        It may run more than once: when somebody else was faster, all begins anew. If the tenth attempt fails as
        well, EtagMismatchError is raised. The timeout is that of each call.
        """
        return await self._modify(
            _modification.MEMBERSHIP, timeout, change, organization_id=organization_id, user_id=user_id
        )
