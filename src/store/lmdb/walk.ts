import type { Owner } from '../../domain/owner.js';
import { organizationsOf } from '../organizations-of.js';
import type { ListQuery } from '../store.js';
import {
  ownerOfIndexKey,
  ownerOfKey,
  publicRange,
  recordKey,
  recordKeyOfPublicIndex,
  recordRange,
  userRange,
  type KeyRange,
} from './keys.js';
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

type WalkQuery = Pick<ListQuery, 'kind' | 'organizationId' | 'userId' | 'organizations'>;

/** Chooses the walk that visits the records that a query is about, and as few others as can be. */
export function chooseWalk(database: Database, query: WalkQuery): Walk {
  const { userId } = query;
  if (userId === undefined) return walkRanges(rangesOf(query), (range, after) => walkRange(database, range, after));
  const organizations = organizationsOf(query);
  return organizations === undefined
    ? walkUser(database, userId)
    : walkKeys(
        database,
        organizations.map((organizationId) => recordKey({ kind: 'membership', organizationId, userId })).sort(),
      );
}

/** Chooses the walk that visits the records that a query is about and that the frontend may know of. */
export function choosePublicWalk(database: Database, query: Omit<WalkQuery, 'userId'>): Walk {
  return walkRanges(rangesOf(query), (range, after) => walkPublicRange(database, range, after));
}

/** The ranges of keys that a query is about, in order. */
function rangesOf(query: Omit<WalkQuery, 'userId'>): KeyRange[] {
  const organizations = organizationsOf(query);
  if (organizations === undefined) return [recordRange(query.kind)];
  const ranges = organizations.map((organizationId) => recordRange(query.kind, organizationId));
  // Of the ids `a` and `a!`, the second has the smaller keys: "!" sorts before "/".
  return ranges.sort((left, right) => (left.start < right.start ? -1 : 1));
}

function walkRanges(
  ranges: readonly KeyRange[],
  walk: (range: KeyRange, after: string | undefined) => Iterable<Entry>,
): Walk {
  return function* (after) {
    for (const range of ranges) {
      if (after === undefined || after < range.end) yield* walk(range, after);
    }
  };
}

function* walkRange(database: Database, { start, end }: KeyRange, after: string | undefined): Generator<Entry> {
  const from = after === undefined || after < start ? { start } : { start: after, exclusiveStart: true };
  for (const { key, value } of database.getRange({ ...from, end })) {
    yield { position: key, owner: ownerOfKey(key), key, stored: value };
  }
}

/** Goes by the index: what the frontend may not know of is not even read. */
function* walkPublicRange(database: Database, range: KeyRange, after: string | undefined): Generator<Entry> {
  const { start, end } = publicRange({
    ...range,
    start: after === undefined || after < range.start ? range.start : after,
  });
  for (const indexKey of database.getKeys({ start, end })) {
    const key = recordKeyOfPublicIndex(indexKey);
    if (key === after) continue;
    const stored = database.getBinaryFast(key);
    if (stored !== undefined) yield { position: key, owner: ownerOfKey(key), key, stored };
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

/** Looks records up by their keys, which are given in order. */
function walkKeys(database: Database, keys: readonly string[]): Walk {
  return function* (after) {
    for (const key of keys) {
      if (after !== undefined && key <= after) continue;
      const stored = database.getBinaryFast(key);
      if (stored !== undefined) yield { position: key, owner: ownerOfKey(key), key, stored };
    }
  };
}
