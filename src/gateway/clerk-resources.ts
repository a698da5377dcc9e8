import type {
  OrganizationInvitationMetadata,
  OrganizationMembershipMetadata,
  OrganizationMetadata,
} from '../../gen/ts/orgmeta/v1/backend_metadata.js';

/**
 * Shapes a record as Clerk's organization. What the service does not have is of the type that Clerk's has, and empty:
 * `name`, `slug`, the picture. Times are in milliseconds since the Unix epoch.
 */
export function toOrganization(record: OrganizationMetadata) {
  return {
    object: 'organization',
    id: record.organizationId,
    name: '',
    slug: '',
    image_url: '',
    has_image: false,
    max_allowed_memberships: 0,
    admin_delete_enabled: false,
    public_metadata: record.publicMetadata ?? {},
    private_metadata: record.privateMetadata ?? {},
    created_at: toMilliseconds(record.createTime),
    updated_at: toMilliseconds(record.updateTime),
  };
}

/**
 * Shapes a record as Clerk's organization membership.
 *
 * @param organization the record of its organization; undefined if there is none: then the nested organization has its id,
 *   no metadata, and 0 for its times.
 */
export function toMembership(record: OrganizationMembershipMetadata, organization: OrganizationMetadata | undefined) {
  return {
    object: 'organization_membership',
    // It has no id of its own, and both of these identify it.
    id: `${record.organizationId}/${record.userId}`,
    role: '',
    role_name: '',
    permissions: [],
    public_metadata: record.publicMetadata ?? {},
    private_metadata: record.privateMetadata ?? {},
    organization: toOrganization(organization ?? makeEmptyOrganization(record.organizationId)),
    public_user_data: {
      user_id: record.userId,
      identifier: '',
      first_name: null,
      last_name: null,
      image_url: '',
      profile_image_url: '',
      has_image: false,
    },
    created_at: toMilliseconds(record.createTime),
    updated_at: toMilliseconds(record.updateTime),
  };
}

/** Shapes a record as Clerk's organization invitation, which is pending until it is accepted. */
export function toInvitation(record: OrganizationInvitationMetadata) {
  return {
    object: 'organization_invitation',
    id: record.invitationId,
    organization_id: record.organizationId,
    email_address: '',
    role: '',
    role_name: '',
    inviter_id: null,
    public_inviter_data: null,
    status: invitationStatus(record),
    ...(record.acceptTime !== undefined && { user_id: record.acceptedUserId }),
    public_metadata: record.publicMetadata ?? {},
    private_metadata: {},
    url: null,
    expires_at: null,
    created_at: toMilliseconds(record.createTime),
    updated_at: toMilliseconds(record.updateTime),
  };
}

/** Says what became of an invitation, in Clerk's words. The service knows no others: it neither revokes nor expires them. */
export function invitationStatus({ acceptTime }: OrganizationInvitationMetadata): 'pending' | 'accepted' {
  return acceptTime === undefined ? 'pending' : 'accepted';
}

function makeEmptyOrganization(organizationId: string): OrganizationMetadata {
  return {
    organizationId,
    publicMetadata: {},
    privateMetadata: {},
    etag: '',
    createTime: undefined,
    updateTime: undefined,
    publicSizeBytes: 0,
    privateSizeBytes: 0,
  };
}

function toMilliseconds(time: Date | undefined): number {
  return time?.getTime() ?? 0;
}
