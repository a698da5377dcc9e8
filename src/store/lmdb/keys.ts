import { ownerName, type Kind, type Owner } from '../../domain/owner.js';

/** The first part of a key: what it is the key of. No id has a `/`, which ends it and separates ids. */
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

/** The key under which a membership is found by its user: `u/user/org`. */
export function userIndexKey(organizationId: string, userId: string): string {
  return `u/${userId}/${organizationId}`;
}

/** The key of the membership's record that an index key stands for. */
export function recordKeyOfIndex(indexKey: string): string {
  const [, userId = '', organizationId = ''] = indexKey.split('/');
  return recordKey({ kind: 'membership', organizationId, userId });
}

/** The keys of all organizations' records. */
export function organizationRange(): KeyRange {
  return below(PREFIX.organization);
}

/** The keys of the records of one kind within an organization. */
export function childRange(kind: 'membership' | 'invitation', organizationId: string): KeyRange {
  return below(`${PREFIX[kind]}${organizationId}/`);
}

/** The index keys of a user's memberships. */
export function userRange(userId: string): KeyRange {
  return below(`u/${userId}/`);
}

function below(prefix: string): KeyRange {
  // "0" is the character after "/".
  return { start: prefix, end: `${prefix.slice(0, -1)}0` };
}
