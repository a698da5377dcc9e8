from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from orgmeta import _batch, _modification
from orgmeta import _rpcs as rpcs
from orgmeta._documents import Document
from orgmeta._records import Batch, Documents, OrganizationMetadata
from orgmeta._sync.caller import Caller


class Organizations(Caller):
    """The calls of BackendMetadata for organizations."""

    def get_organization_metadata(
        self,
        organization_id: str,
        *,
        timeout: float | None = None,
    ) -> OrganizationMetadata:
        """Reads an organization's metadata. Raises MetadataNotFoundError if there is none."""
        return self._call(rpcs.GET_ORGANIZATION, timeout, organization_id=organization_id)

    def update_organization_metadata(
        self,
        organization_id: str,
        *,
        public_metadata: Document | None = None,
        private_metadata: Document | None = None,
        etag: str | None = None,
        validate_only: bool = False,
        timeout: float | None = None,
    ) -> OrganizationMetadata:
        """Merges each document that is given into the stored one, as JSON Merge Patch: None inside removes a member.

        Creates the record if there is none. With an etag it is done only if that is the current one.
        With validate_only nothing is written, and what would be stored is given.
        """
        return self._call(
            rpcs.UPDATE_ORGANIZATION,
            timeout,
            organization_id=organization_id,
            public_metadata=public_metadata,
            private_metadata=private_metadata,
            etag=etag,
            validate_only=validate_only,
        )

    def replace_organization_metadata(
        self,
        organization_id: str,
        *,
        public_metadata: Document | None = None,
        private_metadata: Document | None = None,
        etag: str | None = None,
        validate_only: bool = False,
        timeout: float | None = None,
    ) -> OrganizationMetadata:
        """Sets each document that is given, whole; one that is left out stays as it is.

        Creates the record if there is none. With an etag it is done only if that is the current one.
        With validate_only nothing is written, and what would be stored is given.
        """
        return self._call(
            rpcs.REPLACE_ORGANIZATION,
            timeout,
            organization_id=organization_id,
            public_metadata=public_metadata,
            private_metadata=private_metadata,
            etag=etag,
            validate_only=validate_only,
        )

    def delete_organization_metadata(
        self,
        organization_id: str,
        *,
        etag: str | None = None,
        force: bool = False,
        timeout: float | None = None,
    ) -> None:
        """Deletes an organization's metadata; with `force` also that of its memberships and invitations.

        Raises OrganizationNotEmptyError for these without it, and MetadataNotFoundError if there is no record.
        """
        return self._call(rpcs.DELETE_ORGANIZATION, timeout, organization_id=organization_id, etag=etag, force=force)

    def batch_get_organization_metadata(
        self,
        organization_ids: Iterable[str],
        *,
        timeout: float | None = None,
    ) -> Batch[OrganizationMetadata, str]:
        """Reads the metadata of up to 100 organizations."""
        return self._batch(_batch.ORGANIZATIONS, timeout, organization_ids)

    def list_organization_metadata(
        self,
        *,
        public_contains: Document | None = None,
        private_contains: Document | None = None,
        page_size: int | None = None,
        timeout: float | None = None,
    ) -> Iterator[OrganizationMetadata]:
        """Lists the metadata of all organizations, in the order of their ids; with filters, of those that contain them.

        A page of up to `page_size` records, 50 unless it is given and never more than 1000, is fetched when it is
        needed, each within the timeout.
        """
        return self._list(
            rpcs.LIST_ORGANIZATION,
            timeout,
            public_contains=public_contains,
            private_contains=private_contains,
            page_size=page_size,
        )

    def modify_organization_metadata(
        self,
        organization_id: str,
        change: Callable[[Documents], Documents],
        *,
        timeout: float | None = None,
    ) -> OrganizationMetadata:
        """Replaces an organization's metadata by what `change` makes of it, and loses nobody else's write.

        `change` gets the documents, empty if there is no record, and returns them changed.
        It may run more than once: when somebody else was faster, all begins anew. If the tenth attempt fails as
        well, EtagMismatchError is raised. The timeout is that of each call.
        """
        return self._modify(_modification.ORGANIZATION, timeout, change, organization_id=organization_id)
