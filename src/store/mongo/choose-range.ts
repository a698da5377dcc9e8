import type { Kind } from '../../domain/owner.js';
import { organizationsOf } from '../organizations-of.js';
import type { ListQuery } from '../store.js';
import type { Document } from './record-document.js';

/** The documents that a query is about, in an order of their own, in which each has a position. */
export interface Range {
  /** The fields that make up the order, all ascending. */
  readonly order: readonly ('_id' | 'organization_id')[];
  /** Finds them, from behind one position to another, inclusive. */
  filter(after: string | undefined, end: string | undefined): Document;
  /** The position of a document by what it says itself, at most 257 bytes; undefined if the range can't hold such a one. */
  positionOf(document: Document): string | undefined;
}

/** An id, as `isValidId` has it. */
const ID = '[!-.0-~]{1,128}';

/** What the `_id`s of records are like. Whatever else people put into a collection is no record, and has no position. */
const DOCUMENT_ID: Readonly<Record<Kind, string>> = {
  organization: `^${ID}\\z`,
  membership: `^${ID}/${ID}\\z`,
  invitation: `^${ID}/${ID}\\z`,
};

/** Chooses the documents that a query is about; undefined if there can't be any. */
export function chooseRange(query: ListQuery): Range | undefined {
  const { kind, userId } = query;
  const only = organizationsOf(query);
  if (only?.length === 0) return undefined;
  const equal = only === undefined ? undefined : only.length === 1 ? { $eq: only[0] } : { $in: only };
  if (userId !== undefined) return rangeOfUser(userId, equal);
  // The shard key of an organization is its `_id`, whose place in the range is told twice.
  const sharded = equal === undefined ? {} : { organization_id: equal };
  return {
    order: ['_id'],
    filter: (after, end) => ({
      ...sharded,
      _id: { ...(kind === 'organization' && equal), $gt: after ?? '', ...(end !== undefined && { $lte: end }) },
      // Apart from the bounds: not every server takes a pattern beside other operators.
      $and: [{ _id: { $regex: DOCUMENT_ID[kind] } }],
    }),
    positionOf: ({ _id }) => (typeof _id === 'string' ? _id : undefined),
  };
}

/**
 * The memberships of a user by their organizations, whose order is not that of the `_id`s, in which a `/` follows. Both are in a
 * position: in a document that was made by hand they need not agree.
 */
function rangeOfUser(userId: string, equal: Document | undefined): Range {
  const ownPart = `/${userId}`;
  const documentId = `^${ID}${escapeForRegex(ownPart)}\\z`;
  const split = (position: string) => {
    const [organizationId = '', fromId = ''] = position.split('/');
    return { organizationId, id: `${fromId}${ownPart}` };
  };
  return {
    order: ['organization_id', '_id'],
    filter(after, end) {
      const from = after === undefined ? undefined : split(after);
      const to = end === undefined ? undefined : split(end);
      const bounds: Document[] = [
        ...(from ? [{ $or: [{ organization_id: { $gt: from.organizationId } }, { _id: { $gt: from.id } }] }] : []),
        ...(to ? [{ $or: [{ organization_id: { $lt: to.organizationId } }, { _id: { $lte: to.id } }] }] : []),
      ];
      return {
        user_id: userId,
        organization_id: {
          ...equal,
          $gte: from?.organizationId ?? '',
          ...(to && { $lte: to.organizationId }),
        },
        $and: [{ _id: { $regex: documentId } }, { organization_id: { $regex: `^${ID}\\z` } }, ...bounds],
      };
    },
    positionOf: ({ _id, organization_id }) =>
      typeof _id === 'string' && typeof organization_id === 'string'
        ? `${organization_id}/${_id.slice(0, -ownPart.length)}`
        : undefined,
  };
}

function escapeForRegex(text: string): string {
  return text.replaceAll(/\W/g, '\\$&');
}
