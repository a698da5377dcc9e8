import { createClient } from '@orgmeta/client';
import { CANARY, type SampleOrganization } from './sample-organizations.js';

/**
 * Writes the sample data as a backend does: what is public and what is private in one call.
 *
 * @param address of the service
 * @param credential a backend key
 */
export async function writeSamples(
  address: string,
  credential: string,
  organizations: readonly SampleOrganization[],
): Promise<void> {
  const client = createClient({ address, credential });
  try {
    for (const { organizationId, publicMetadata, privateMetadata, invitations = [] } of organizations) {
      await client.organizations.replaceOrganizationMetadata(organizationId, { publicMetadata, privateMetadata });
      for (const { invitationId, publicMetadata, acceptedBy } of invitations) {
        await client.organizations.replaceOrganizationInvitationMetadata(organizationId, {
          invitationId,
          publicMetadata,
        });
        if (acceptedBy === undefined) continue;
        const membership = { userId: acceptedBy, privateMetadata: { canary: CANARY } };
        await client.organizations.replaceOrganizationMembershipMetadata(organizationId, membership);
        await client.organizations.acceptOrganizationInvitation(organizationId, { invitationId, userId: acceptedBy });
      }
    }
  } finally {
    client.close();
  }
}
