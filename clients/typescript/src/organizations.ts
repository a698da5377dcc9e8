import type * as types from './metadata-types.js';
import type { CallOptions } from './options.js';
import type {
  Arguments,
  Changed,
  Deletion,
  Documents,
  Listing,
  OptionalArguments,
  PublicOnly,
  Replacement,
  Update,
} from './parameters.js';
import type {
  Batch,
  InvitationKey,
  MembershipKey,
  OrganizationInvitationMetadata,
  OrganizationMembershipMetadata,
  OrganizationMetadata,
} from './records.js';

type OfUser<Parameters = object> = Parameters & { readonly userId: string };
type OfInvitation<Parameters = object> = Parameters & { readonly invitationId: string };
type Change<Given> = (current: Given) => Changed<Given> | Promise<Changed<Given>>;

/**
 * The calls of a backend: BackendMetadata, named as Clerk names them. The organization's id comes first and then an object, or one object has
 * it all. Documents have the types of metadata-types.ts, or those that are given to a call.
 *
 * Each rejects with an `OrgmetaError`: see its `reason`.
 */
export interface Organizations {
  /** Reads an organization's metadata. `METADATA_NOT_FOUND` if there is none. */
  getOrganizationMetadata<Public = types.OrganizationPublicMetadata, Private = types.OrganizationPrivateMetadata>(
    ...args: OptionalArguments<object>
  ): Promise<OrganizationMetadata<Public, Private>>;
  /** Merges into an organization's metadata (RFC 7396): null removes a member. Creates the record if there is none. */
  updateOrganizationMetadata<Public = types.OrganizationPublicMetadata, Private = types.OrganizationPrivateMetadata>(
    ...args: Arguments<Update<NoInfer<Public>, NoInfer<Private>>>
  ): Promise<OrganizationMetadata<Public, Private>>;
  /** Sets each document that is given, as a whole. Creates the record if there is none. */
  replaceOrganizationMetadata<Public = types.OrganizationPublicMetadata, Private = types.OrganizationPrivateMetadata>(
    ...args: Arguments<Replacement<NoInfer<Public>, NoInfer<Private>>>
  ): Promise<OrganizationMetadata<Public, Private>>;
  /**
   * Reads the documents, lets `change` make new ones of them, and stores these unless somebody was faster; then it begins anew.
   * `ETAG_MISMATCH` after ten times. A document that `change` leaves out stays as it is.
   */
  modifyOrganizationMetadata<Public = types.OrganizationPublicMetadata, Private = types.OrganizationPrivateMetadata>(
    owner: string | { readonly organizationId: string },
    change: Change<Documents<NoInfer<Public>, NoInfer<Private>>>,
    options?: CallOptions,
  ): Promise<OrganizationMetadata<Public, Private>>;
  /**
   * Deletes an organization's metadata; with `force`, also that of its memberships and invitations, which block it otherwise:
   * `ORGANIZATION_NOT_EMPTY`. `METADATA_NOT_FOUND` if there is none.
   */
  deleteOrganizationMetadata(...args: OptionalArguments<Deletion & { readonly force?: boolean }>): Promise<void>;
  /** Reads the metadata of up to 100 organizations. */
  batchGetOrganizationMetadata<Public = types.OrganizationPublicMetadata, Private = types.OrganizationPrivateMetadata>(
    organizationIds: readonly string[],
    options?: CallOptions,
  ): Promise<Batch<OrganizationMetadata<Public, Private>, string>>;
  /** Lists the organizations that this caller may see, or those whose metadata contains something. */
  listOrganizationMetadata<Public = types.OrganizationPublicMetadata, Private = types.OrganizationPrivateMetadata>(
    listing?: Listing<NoInfer<Public>, NoInfer<Private>>,
    options?: CallOptions,
  ): AsyncIterable<OrganizationMetadata<Public, Private>>;

  /** Reads a membership's metadata. `METADATA_NOT_FOUND` if there is none. */
  getOrganizationMembershipMetadata<
    Public = types.OrganizationMembershipPublicMetadata,
    Private = types.OrganizationMembershipPrivateMetadata,
  >(
    ...args: Arguments<OfUser>
  ): Promise<OrganizationMembershipMetadata<Public, Private>>;
  /** Merges into a membership's metadata (RFC 7396): null removes a member. Creates the record if there is none. */
  updateOrganizationMembershipMetadata<
    Public = types.OrganizationMembershipPublicMetadata,
    Private = types.OrganizationMembershipPrivateMetadata,
  >(
    ...args: Arguments<OfUser<Update<NoInfer<Public>, NoInfer<Private>>>>
  ): Promise<OrganizationMembershipMetadata<Public, Private>>;
  /** Sets each document that is given, as a whole. Creates the record if there is none. */
  replaceOrganizationMembershipMetadata<
    Public = types.OrganizationMembershipPublicMetadata,
    Private = types.OrganizationMembershipPrivateMetadata,
  >(
    ...args: Arguments<OfUser<Replacement<NoInfer<Public>, NoInfer<Private>>>>
  ): Promise<OrganizationMembershipMetadata<Public, Private>>;
  /**
   * Reads the documents, lets `change` make new ones of them, and stores these unless somebody was faster; then it begins anew.
   * `ETAG_MISMATCH` after ten times. A document that `change` leaves out stays as it is.
   */
  modifyOrganizationMembershipMetadata<
    Public = types.OrganizationMembershipPublicMetadata,
    Private = types.OrganizationMembershipPrivateMetadata,
  >(
    owner: MembershipKey,
    change: Change<Documents<NoInfer<Public>, NoInfer<Private>>>,
    options?: CallOptions,
  ): Promise<OrganizationMembershipMetadata<Public, Private>>;
  /** Deletes a membership's metadata. `METADATA_NOT_FOUND` if there is none. */
  deleteOrganizationMembershipMetadata(...args: Arguments<OfUser<Deletion>>): Promise<void>;
  /** Reads the metadata of up to 100 memberships. */
  batchGetOrganizationMembershipMetadata<
    Public = types.OrganizationMembershipPublicMetadata,
    Private = types.OrganizationMembershipPrivateMetadata,
  >(
    keys: readonly MembershipKey[],
    options?: CallOptions,
  ): Promise<Batch<OrganizationMembershipMetadata<Public, Private>, MembershipKey>>;
  /** Lists the memberships of an organization, or those of a user, or those of either whose metadata contains something. */
  listOrganizationMembershipMetadata<
    Public = types.OrganizationMembershipPublicMetadata,
    Private = types.OrganizationMembershipPrivateMetadata,
  >(
    listing: Listing<NoInfer<Public>, NoInfer<Private>> &
      ({ readonly organizationId: string } | { readonly userId: string }),
    options?: CallOptions,
  ): AsyncIterable<OrganizationMembershipMetadata<Public, Private>>;

  /** Reads an invitation's metadata. `METADATA_NOT_FOUND` if there is none. */
  getOrganizationInvitationMetadata<Public = types.OrganizationInvitationPublicMetadata>(
    ...args: Arguments<OfInvitation>
  ): Promise<OrganizationInvitationMetadata<Public>>;
  /** Merges into an invitation's metadata (RFC 7396): null removes a member. Creates the record if there is none. */
  updateOrganizationInvitationMetadata<Public = types.OrganizationInvitationPublicMetadata>(
    ...args: Arguments<OfInvitation<PublicOnly<Update<NoInfer<Public>, never>>>>
  ): Promise<OrganizationInvitationMetadata<Public>>;
  /** Sets the document as a whole. Creates the record if there is none. */
  replaceOrganizationInvitationMetadata<Public = types.OrganizationInvitationPublicMetadata>(
    ...args: Arguments<OfInvitation<PublicOnly<Replacement<NoInfer<Public>, never>>>>
  ): Promise<OrganizationInvitationMetadata<Public>>;
  /**
   * Reads the document, lets `change` make a new one of it, and stores that unless somebody was faster; then it begins anew.
   * `ETAG_MISMATCH` after ten times. A document that `change` leaves out stays as it is.
   */
  modifyOrganizationInvitationMetadata<Public = types.OrganizationInvitationPublicMetadata>(
    owner: InvitationKey,
    change: Change<PublicOnly<Documents<NoInfer<Public>, never>>>,
    options?: CallOptions,
  ): Promise<OrganizationInvitationMetadata<Public>>;
  /** Deletes an invitation's metadata. `METADATA_NOT_FOUND` if there is none. */
  deleteOrganizationInvitationMetadata(...args: Arguments<OfInvitation<Deletion>>): Promise<void>;
  /** Reads the metadata of up to 100 invitations. */
  batchGetOrganizationInvitationMetadata<Public = types.OrganizationInvitationPublicMetadata>(
    keys: readonly InvitationKey[],
    options?: CallOptions,
  ): Promise<Batch<OrganizationInvitationMetadata<Public>, InvitationKey>>;
  /** Lists the invitations of an organization, or those whose metadata contains something. */
  listOrganizationInvitationMetadata<Public = types.OrganizationInvitationPublicMetadata>(
    listing: PublicOnly<Listing<NoInfer<Public>, never>> & { readonly organizationId: string },
    options?: CallOptions,
  ): AsyncIterable<OrganizationInvitationMetadata<Public>>;

  /**
   * Accepts an invitation for a user, exactly once: its public metadata is merged into the membership's, which is given back.
   * `INVITATION_ALREADY_ACCEPTED` if somebody else has accepted it; for the same user a repetition gives the same again.
   */
  acceptOrganizationInvitation<
    Public = types.OrganizationMembershipPublicMetadata,
    Private = types.OrganizationMembershipPrivateMetadata,
  >(
    ...args: Arguments<OfInvitation<OfUser>>
  ): Promise<OrganizationMembershipMetadata<Public, Private>>;
}
