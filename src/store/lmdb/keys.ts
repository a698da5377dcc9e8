import { ownerName, type Kind, type MembershipOwner, type Owner } from '../../domain/owner.js';

/** The entry that marks a database as ours. It sorts before all others. */
export const MARK_KEY = '#orgmeta';

/** The first part of a record's key. No id has a `/`, which ends this part and separates ids. */
const PREFIX: Readonly<Record<Kind, string>> = { organization: 'o/', membership: 'm/', invitation: 'i/' };

/** A range of keys: from `start`, to before `end`. */
export interface KeyRange {
  readonly start: string;
  readonly end: string;
}

/** The key of an owner's record: `o/org`, `m/org/user` or `i/org/invitation`. */
export function recordKey(owner: Owner): string {
  return PREFIX[owner.kind] + ownerName(owner);
}

/** The owner whose record has this key. */
export function ownerOfKey(key: string): Owner {
  const [prefix, organizationId = '', id = ''] = key.split('/');
  if (prefix === 'o') return { kind: 'organization', organizationId };
  if (prefix === 'm') return { kind: 'membership', organizationId, userId: id };
  return { kind: 'invitation', organizationId, invitationId: id };
}

/** The keys of the records of one kind; of memberships and invitations those of one organization, if it is given. */
export function recordRange(kind: Kind, organizationId?: string): KeyRange {
  return below(organizationId === undefined ? PREFIX[kind] : `${PREFIX[kind]}${organizationId}/`);
}

/** The key under which a membership is found by its user: `u/user/org`. */
export function userIndexKey({ organizationId, userId }: MembershipOwner): string {
  return `u/${userId}/${organizationId}`;
}

/** The membership that an index key stands for. */
export function ownerOfIndexKey(indexKey: string): MembershipOwner {
  const [, userId = '', organizationId = ''] = indexKey.split('/');
  return { kind: 'membership', organizationId, userId };
}

/** The index keys of a user's memberships. */
export function userRange(userId: string): KeyRange {
  return below(`u/${userId}/`);
}

function below(prefix: string): KeyRange {
  // "0" is the character after "/".
  return { start: prefix, end: `${prefix.slice(0, -1)}0` };
}
