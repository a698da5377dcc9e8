from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmeta import _batch
from orgmeta import _rpcs as rpcs
from orgmeta._documents import Document
from orgmeta._records import (
    Batch,
    OrganizationInvitationPublicMetadata,
    OrganizationMembershipPublicMetadata,
    OrganizationPublicMetadata,
)
from orgmeta._sync.caller import Caller


class PublicReads(Caller):
    """The calls of FrontendMetadata: what a frontend may read."""

    def get_organization_public_metadata(
        self,
        organization_id: str,
        *,
        timeout: float | None = None,
    ) -> OrganizationPublicMetadata:
        """Reads the public metadata of an organization. Raises MetadataNotFoundError if there is none."""
        return self._call(rpcs.GET_PUBLIC_ORGANIZATION, timeout, organization_id=organization_id)

    def batch_get_organization_public_metadata(
        self,
        organization_ids: Iterable[str],
        *,
        timeout: float | None = None,
    ) -> Batch[OrganizationPublicMetadata, str]:
        """Reads the public metadata of up to 100 organizations."""
        return self._batch(_batch.PUBLIC_ORGANIZATIONS, timeout, organization_ids)

    def get_organization_membership_public_metadata(
        self,
        organization_id: str,
        user_id: str,
        *,
        timeout: float | None = None,
    ) -> OrganizationMembershipPublicMetadata:
        """Reads the public metadata of a membership. Raises MetadataNotFoundError if there is none."""
        return self._call(rpcs.GET_PUBLIC_MEMBERSHIP, timeout, organization_id=organization_id, user_id=user_id)

    def list_organization_membership_public_metadata(
        self,
        organization_id: str,
        *,
        public_contains: Document | None = None,
        page_size: int | None = None,
        timeout: float | None = None,
    ) -> Iterator[OrganizationMembershipPublicMetadata]:
        """Lists the public metadata of an organization's memberships.

        For a caller that is restricted to this organization, or a backend; for others, OrganizationNotAllowedError is
        raised. A page of up to `page_size` records, 50 unless it is given and never more than 1000, is fetched when it
        is needed, each within the timeout.
        """
        return self._list(
            rpcs.LIST_PUBLIC_MEMBERSHIP,
            timeout,
            organization_id=organization_id,
            public_contains=public_contains,
            page_size=page_size,
        )

    def get_organization_invitation_public_metadata(
        self,
        organization_id: str,
        invitation_id: str,
        *,
        timeout: float | None = None,
    ) -> OrganizationInvitationPublicMetadata:
        """Reads the public metadata of an invitation. Raises MetadataNotFoundError if there is none."""
        return self._call(
            rpcs.GET_PUBLIC_INVITATION, timeout, organization_id=organization_id, invitation_id=invitation_id
        )
