import {
  BackendMetadataService as Backend,
  type OrganizationMetadata,
} from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import type { ClerkRequest } from './clerk-request.js';
import { GatewayError } from './gateway-error.js';

/**
 * Reads the organization of a request. One of which only memberships or invitations have records is none that fails.
 *
 * @throws GatewayError, also if the service does not take the credential
 */
export async function findOrganization({ parameter, call }: ClerkRequest): Promise<OrganizationMetadata | undefined> {
  try {
    const request = { organizationId: parameter('organization_id') };
    return (await call(Backend.getOrganizationMetadata, request)).metadata;
  } catch (error) {
    if (error instanceof GatewayError && error.status === 404) return undefined;
    throw error;
  }
}
