// The one file that needs @clerk/backend, which is no dependency of the service: whoever loads it says what to do without.
import { createClerkClient } from '@clerk/backend';
import type { ClerkSource } from './clerk-source.js';

/** How Clerk is reached. */
export interface ClerkOptions {
  readonly secretKey: string;
  /** Clerk's own, unless it is given. */
  readonly apiUrl: string | undefined;
}

/** The most that Clerk gives at a time. */
const PAGE_SIZE = 500;

/** So that an import that is interrupted has little to do again. */
const ORGANIZATIONS_PAGE_SIZE = 100;

/** Opens Clerk's Backend API. Nothing is asked before a list is. */
export function openClerk({ secretKey, apiUrl }: ClerkOptions): ClerkSource {
  const { organizations } = createClerkClient({
    secretKey,
    ...(apiUrl !== undefined && { apiUrl }),
    telemetry: { disabled: true },
  });
  return {
    async listOrganizations(offset) {
      const page = { limit: ORGANIZATIONS_PAGE_SIZE, offset, orderBy: '+created_at' } as const;
      const { data, totalCount } = await organizations.getOrganizationList(page);
      const records = data.map(({ id, publicMetadata, privateMetadata }) => ({
        owner: { kind: 'organization', organizationId: id } as const,
        publicMetadata,
        privateMetadata,
      }));
      return { records, totalCount };
    },
    async listMemberships(organizationId, offset) {
      const page = { organizationId, limit: PAGE_SIZE, offset, orderBy: '+created_at' } as const;
      const { data, totalCount } = await organizations.getOrganizationMembershipList(page);
      const records = data.map(({ publicUserData, publicMetadata, privateMetadata }) => ({
        owner: { kind: 'membership', organizationId, userId: publicUserData?.userId ?? '' } as const,
        publicMetadata,
        privateMetadata,
      }));
      return { records, totalCount };
    },
    async listInvitations(organizationId, offset) {
      const page = { organizationId, limit: PAGE_SIZE, offset, status: ['pending' as const] };
      const { data, totalCount } = await organizations.getOrganizationInvitationList(page);
      const records = data.map(({ id, publicMetadata, privateMetadata }) => ({
        owner: { kind: 'invitation', organizationId, invitationId: id } as const,
        publicMetadata,
        privateMetadata,
      }));
      return { records, totalCount };
    },
  };
}
