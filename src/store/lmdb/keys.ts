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

/** The keys of the records of one kind, or of those that are one organization's. */
export function recordRange(kind: Kind, organizationId?: string): KeyRange {
  if (organizationId === undefined) return below(PREFIX[kind]);
  const start = PREFIX[kind] + organizationId;
  // No id has a space, and all its characters are greater.
  return kind === 'organization' ? { start, end: `${start} ` } : below(`${start}/`);
}

/** The key that says that the frontend may know of a record: that of the record behind a `p`. */
export function publicIndexKey(owner: Owner): string {
  return `p${recordKey(owner)}`;
}

/** The key of the record that a key of this index stands for. */
export function recordKeyOfPublicIndex(indexKey: string): string {
  return indexKey.slice(1);
}

/** The keys of the public index for the records of a range. */
export function publicRange({ start, end }: KeyRange): KeyRange {
  return { start: `p${start}`, end: `p${end}` };
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
