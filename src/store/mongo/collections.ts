import { ownerName, type Kind, type Owner } from '../../domain/owner.js';

/** The collection of each kind. */
export const COLLECTION: Readonly<Record<Kind, string>> = {
  organization: 'organization_metadata',
  membership: 'organization_membership_metadata',
  invitation: 'organization_invitation_metadata',
};

/** The collection of what all processes share: one document, whose `_id` is this. */
export const SHARED_COLLECTION = 'orgmeta';
export const SHARED_ID = 'orgmeta';

/** Finds one document: by its `_id`, which is `org`, `org/user` or `org/invitation`, and the shard key. */
export interface DocumentKey {
  readonly _id: string;
  readonly organization_id: string;
}

/** What finds an owner's document. */
export function documentKey(owner: Owner): DocumentKey {
  return { _id: ownerName(owner), organization_id: owner.organizationId };
}

/** The owner that a document's `_id` names; undefined if it names none. */
export function ownerOfId(kind: Kind, id: string): Owner | undefined {
  const [organizationId = '', ownId, ...more] = id.split('/');
  if (organizationId === '' || more.length > 0 || (ownId === undefined) !== (kind === 'organization')) return undefined;
  if (kind === 'organization') return { kind, organizationId };
  if (ownId === undefined || ownId === '') return undefined;
  return kind === 'membership'
    ? { kind, organizationId, userId: ownId }
    : { kind, organizationId, invitationId: ownId };
}

/** The fields that spell an owner's ids out. */
export function ownerFields(owner: Owner): Record<string, string> {
  return {
    organization_id: owner.organizationId,
    ...(owner.kind === 'membership' && { user_id: owner.userId }),
    ...(owner.kind === 'invitation' && { invitation_id: owner.invitationId }),
  };
}
