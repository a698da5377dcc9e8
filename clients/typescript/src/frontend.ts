import { FrontendMetadataService as rpcs } from '../../../gen/ts/orgmeta/v1/frontend_metadata.js';
import type { Caller } from './caller.js';
import { createReads } from './create-reads.js';
import type * as types from './metadata-types.js';
import type { CallOptions } from './options.js';
import type { Arguments, Listing, OptionalArguments, PublicOnly } from './parameters.js';
import type { Batch, InvitationKey, MembershipKey, PublicRecord } from './records.js';

/** The reads of a frontend: FrontendMetadata. Where the service allows it, organizations and invitations are read without a credential. */
export interface Frontend {
  /** Reads an organization's public metadata. `METADATA_NOT_FOUND` if there is none. */
  getOrganizationPublicMetadata<Public = types.OrganizationPublicMetadata>(
    ...args: OptionalArguments<object>
  ): Promise<PublicRecord<{ readonly organizationId: string }, Public>>;
  /** Reads the public metadata of up to 100 organizations. */
  batchGetOrganizationPublicMetadata<Public = types.OrganizationPublicMetadata>(
    organizationIds: readonly string[],
    options?: CallOptions,
  ): Promise<Batch<PublicRecord<{ readonly organizationId: string }, Public>, string>>;
  /** Reads a membership's public metadata. `METADATA_NOT_FOUND` if there is none. */
  getOrganizationMembershipPublicMetadata<Public = types.OrganizationMembershipPublicMetadata>(
    ...args: Arguments<{ readonly userId: string }>
  ): Promise<PublicRecord<MembershipKey, Public>>;
  /** Lists the memberships of an organization: for a caller that is restricted to it, or a backend. */
  listOrganizationMembershipPublicMetadata<Public = types.OrganizationMembershipPublicMetadata>(
    listing: PublicOnly<Listing<NoInfer<Public>, never>> & { readonly organizationId: string },
    options?: CallOptions,
  ): AsyncIterable<PublicRecord<MembershipKey, Public>>;
  /** Reads an invitation's public metadata. `METADATA_NOT_FOUND` if there is none. */
  getOrganizationInvitationPublicMetadata<Public = types.OrganizationInvitationPublicMetadata>(
    ...args: Arguments<{ readonly invitationId: string }>
  ): Promise<PublicRecord<InvitationKey, Public>>;
}

/** Makes the reads of a frontend. */
export function createFrontend(caller: Caller): Frontend {
  const { getBy, batchGetBy, listBy } = createReads(caller);
  return {
    getOrganizationPublicMetadata: getBy(rpcs.getOrganizationPublicMetadata),
    getOrganizationMembershipPublicMetadata: getBy(rpcs.getOrganizationMembershipPublicMetadata),
    getOrganizationInvitationPublicMetadata: getBy(rpcs.getOrganizationInvitationPublicMetadata),
    batchGetOrganizationPublicMetadata: batchGetBy(rpcs.batchGetOrganizationPublicMetadata, 'organizationIds'),
    listOrganizationMembershipPublicMetadata: listBy(rpcs.listOrganizationMembershipPublicMetadata),
  };
}
