import type { ListQuery } from '../store.js';
import type { Document } from './record-document.js';

/** The documents that a query is about, in the order of one field, whose values are the positions of pages. */
export interface Range {
  readonly field: '_id' | 'organization_id';
  /** Finds them, from behind one position to another, inclusive. */
  filter(after: string | undefined, end: string | undefined): Document;
  /** The position of the document with this `_id`; undefined if it has none. */
  positionOf(id: string): string | undefined;
}

/** Chooses the documents that a query is about; undefined if there can't be any. */
export function chooseRange({ kind, organizationId, organizations, userId }: ListQuery): Range | undefined {
  const only = organizationsOf(organizationId, organizations);
  if (only?.length === 0) return undefined;
  const equal = only === undefined ? undefined : only.length === 1 ? { $eq: only[0] } : { $in: only };
  if (userId !== undefined) {
    return {
      field: 'organization_id',
      filter: (after, end) => ({ user_id: userId, organization_id: { ...equal, ...between(after, end) } }),
      // The order of the organizations is not that of the `_id`s, in which a `/` follows.
      positionOf: (id) => id.split('/')[0],
    };
  }
  // The shard key of an organization is its `_id`, whose place in the range is told twice.
  const sharded = equal === undefined ? {} : { organization_id: equal };
  return {
    field: '_id',
    filter: (after, end) => ({
      ...sharded,
      _id: { ...(kind === 'organization' && equal), ...between(after, end) },
    }),
    positionOf: (id) => (id === '' ? undefined : id),
  };
}

function between(after: string | undefined, end: string | undefined): Document {
  return { $gt: after ?? '', ...(end !== undefined && { $lte: end }) };
}

/** The only organizations that a query is about, each once; undefined if it is about all. */
function organizationsOf(organizationId: string | undefined, organizations: readonly string[] | undefined) {
  if (organizationId === undefined) return organizations && [...new Set(organizations)];
  return organizations === undefined || organizations.includes(organizationId) ? [organizationId] : [];
}
