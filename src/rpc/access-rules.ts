import type { Role } from '../auth/caller.js';

/** Who may call an rpc. */
export type AccessRule =
  /** Needs no credential: health and reflection. */
  | { readonly credential: 'none' }
  /** Needs a credential of this role; a backend may call what a frontend may. */
  | { readonly credential: 'required'; readonly role: Role }
  /** Needs one of role frontend or backend, or none where anonymous reads are allowed: exact ids of public data. */
  | { readonly credential: 'optional'; readonly role: Role };

const OPEN: AccessRule = { credential: 'none' };
const BACKEND: AccessRule = { credential: 'required', role: 'backend' };
const FRONTEND: AccessRule = { credential: 'required', role: 'frontend' };
const ANYONE: AccessRule = { credential: 'optional', role: 'frontend' };

/** Every rpc that is served, and who may call it. One that is not here is refused. */
export const ACCESS_RULES: ReadonlyMap<string, AccessRule> = new Map<string, AccessRule>([
  ['/orgmeta.v1.BackendMetadata/GetOrganizationMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/UpdateOrganizationMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/ReplaceOrganizationMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/DeleteOrganizationMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/BatchGetOrganizationMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/ListOrganizationMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/GetOrganizationMembershipMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/UpdateOrganizationMembershipMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/ReplaceOrganizationMembershipMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/DeleteOrganizationMembershipMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/BatchGetOrganizationMembershipMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/ListOrganizationMembershipMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/GetOrganizationInvitationMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/UpdateOrganizationInvitationMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/ReplaceOrganizationInvitationMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/DeleteOrganizationInvitationMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/BatchGetOrganizationInvitationMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/ListOrganizationInvitationMetadata', BACKEND],
  ['/orgmeta.v1.BackendMetadata/AcceptOrganizationInvitation', BACKEND],
  ['/orgmeta.v1.FrontendMetadata/GetOrganizationPublicMetadata', ANYONE],
  ['/orgmeta.v1.FrontendMetadata/BatchGetOrganizationPublicMetadata', ANYONE],
  ['/orgmeta.v1.FrontendMetadata/GetOrganizationMembershipPublicMetadata', FRONTEND],
  ['/orgmeta.v1.FrontendMetadata/ListOrganizationMembershipPublicMetadata', FRONTEND],
  ['/orgmeta.v1.FrontendMetadata/GetOrganizationInvitationPublicMetadata', ANYONE],
  ['/grpc.health.v1.Health/Check', OPEN],
  ['/grpc.health.v1.Health/Watch', OPEN],
  ['/grpc.health.v1.Health/List', OPEN],
  ['/grpc.reflection.v1.ServerReflection/ServerReflectionInfo', OPEN],
  ['/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo', OPEN],
]);
