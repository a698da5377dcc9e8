import type { Owner } from '../../domain/owner.js';
import type { ListQuery } from '../store.js';
import { ownerOfIndexKey, ownerOfKey, recordKey, recordRange, userRange, type KeyRange } from './keys.js';
import type { Database } from './open-database.js';

/** A record that a walk comes by. */
export interface Entry {
  /** Where the walk goes on after this entry. */
  readonly position: string;
  readonly owner: Owner;
  readonly key: string;
  /** The stored bytes, valid until the next read of the database. */
  readonly stored: Buffer;
}

/** Visits records in the order of their ids, from the start or behind a position. Is used up within one turn. */
export type Walk = (after: string | undefined) => Iterable<Entry>;

/** Chooses the walk that visits the records that a query is about, and as few others as can be. */
export function chooseWalk(database: Database, query: Omit<ListQuery, 'pageSize' | 'maxBytes'>): Walk {
  const { kind, userId } = query;
  const organizations = organizationsOf(query);
  if (userId !== undefined) {
    return organizations === undefined
      ? walkUser(database, userId)
      : walkOwners(
          database,
          organizations.map((organizationId) => ({ kind: 'membership', organizationId, userId })),
        );
  }
  if (organizations === undefined) return (after) => walkRange(database, recordRange(kind), after);
  if (kind === 'organization') {
    return walkOwners(
      database,
      organizations.map((organizationId) => ({ kind, organizationId })),
    );
  }
  return function* (after) {
    for (const organizationId of organizations) yield* walkRange(database, recordRange(kind, organizationId), after);
  };
}

/** The only organizations that a query is about, in order; undefined if it is about all. */
function organizationsOf({ organizationId, organizations }: Pick<ListQuery, 'organizationId' | 'organizations'>) {
  if (organizationId === undefined) return organizations && [...new Set(organizations)].sort();
  return organizations === undefined || organizations.includes(organizationId) ? [organizationId] : [];
}

function* walkRange(database: Database, { start, end }: KeyRange, after: string | undefined): Generator<Entry> {
  const from = after === undefined || after < start ? { start } : { start: after, exclusiveStart: true };
  for (const { key, value } of database.getRange({ ...from, end })) {
    yield { position: key, owner: ownerOfKey(key), key, stored: value };
  }
}

function walkUser(database: Database, userId: string): Walk {
  const { start, end } = userRange(userId);
  return function* (after) {
    const from = after === undefined ? { start } : { start: after, exclusiveStart: true };
    for (const position of database.getKeys({ ...from, end })) {
      const owner = ownerOfIndexKey(position);
      const key = recordKey(owner);
      const stored = database.getBinaryFast(key);
      if (stored !== undefined) yield { position, owner, key, stored };
    }
  };
}

/** Looks each owner up, which are given in the order of their keys. */
function walkOwners(database: Database, owners: readonly Owner[]): Walk {
  return function* (after) {
    for (const owner of owners) {
      const key = recordKey(owner);
      if (after !== undefined && key <= after) continue;
      const stored = database.getBinaryFast(key);
      if (stored !== undefined) yield { position: key, owner, key, stored };
    }
  };
}
