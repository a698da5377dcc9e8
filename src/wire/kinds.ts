import type {
  OrganizationInvitationKey,
  OrganizationInvitationMetadata,
  OrganizationMembershipKey,
  OrganizationMembershipMetadata,
  OrganizationMetadata,
} from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import type {
  OrganizationInvitationPublicMetadata,
  OrganizationMembershipPublicMetadata,
  OrganizationPublicMetadata,
} from '../../gen/ts/orgmeta/v1/frontend_metadata.js';
import type { InvitationOwner, Kind, MembershipOwner, OrganizationOwner, Owner } from '../domain/owner.js';
import type { MetadataRecord, PublicRecord } from '../store/record.js';
import { acceptanceFields, backendFields, frontendFields, privateFields } from './to-resource.js';

/** The fields of a message that identify an owner. Which of them a message has depends on the kind. */
export interface OwnerFields {
  organizationId: string;
  userId?: string;
  invitationId?: string;
}

/** What differs between the kinds on the wire: one row of the table that the handlers are generic over. */
export interface KindOnWire<O extends Owner, Key, Resource, PublicResource> {
  readonly kind: Kind;
  /** Each id: the field of a message, and its name in the proto. */
  readonly ids: readonly (readonly [field: keyof OwnerFields, protoName: string])[];
  /** Makes an owner of ids that were checked. */
  readonly toOwner: (ids: Required<OwnerFields>) => O;
  /** Names an owner as a batch does. */
  readonly toKey: (owner: O) => Key;
  readonly toResource: (owner: O, record: MetadataRecord) => Resource;
  readonly toPublicResource: (owner: O, record: PublicRecord) => PublicResource;
}

const ORGANIZATION_ID = ['organizationId', 'organization_id'] as const;

export const organizations: KindOnWire<OrganizationOwner, string, OrganizationMetadata, OrganizationPublicMetadata> = {
  kind: 'organization',
  ids: [ORGANIZATION_ID],
  toOwner: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  toKey: ({ organizationId }) => organizationId,
  toResource: ({ organizationId }, record) => ({ organizationId, ...backendFields(record), ...privateFields(record) }),
  toPublicResource: ({ organizationId }, record) => ({ organizationId, ...frontendFields(record) }),
};

export const memberships: KindOnWire<
  MembershipOwner,
  OrganizationMembershipKey,
  OrganizationMembershipMetadata,
  OrganizationMembershipPublicMetadata
> = {
  kind: 'membership',
  ids: [ORGANIZATION_ID, ['userId', 'user_id']],
  toOwner: ({ organizationId, userId }) => ({ kind: 'membership', organizationId, userId }),
  toKey: ({ organizationId, userId }) => ({ organizationId, userId }),
  toResource: ({ organizationId, userId }, record) => ({
    organizationId,
    userId,
    ...backendFields(record),
    ...privateFields(record),
  }),
  toPublicResource: ({ organizationId, userId }, record) => ({ organizationId, userId, ...frontendFields(record) }),
};

export const invitations: KindOnWire<
  InvitationOwner,
  OrganizationInvitationKey,
  OrganizationInvitationMetadata,
  OrganizationInvitationPublicMetadata
> = {
  kind: 'invitation',
  ids: [ORGANIZATION_ID, ['invitationId', 'invitation_id']],
  toOwner: ({ organizationId, invitationId }) => ({ kind: 'invitation', organizationId, invitationId }),
  toKey: ({ organizationId, invitationId }) => ({ organizationId, invitationId }),
  toResource: ({ organizationId, invitationId }, record) => ({
    organizationId,
    invitationId,
    ...backendFields(record),
    ...acceptanceFields(record),
  }),
  toPublicResource: ({ organizationId, invitationId }, record) => ({
    organizationId,
    invitationId,
    ...frontendFields(record),
  }),
};
