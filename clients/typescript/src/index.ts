export { createClient, type OrgmetaClient } from './create-client.js';
export type { Frontend } from './frontend.js';
export type {
  Contained,
  MergePatch,
  OrganizationInvitationPublicMetadata,
  OrganizationMembershipPrivateMetadata,
  OrganizationMembershipPublicMetadata,
  OrganizationPrivateMetadata,
  OrganizationPublicMetadata,
} from './metadata-types.js';
export type { CallOptions, ClientOptions, TlsOptions } from './options.js';
export type { Organizations } from './organizations.js';
export { OrgmetaError, type Code, type Reason } from './orgmeta-error.js';
export type { Changed, Deletion, Documents, Listing, Replacement, Update, WriteConditions } from './parameters.js';
export type {
  Batch,
  InvitationKey,
  MembershipKey,
  OrganizationInvitationMetadata,
  OrganizationMembershipMetadata,
  OrganizationMetadata,
  PublicRecord,
} from './records.js';
