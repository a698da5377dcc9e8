import { MongoServerError, type CreateIndexesOptions, type Db, type IndexSpecification } from 'mongodb';
import type { Kind } from '../../domain/owner.js';
import { COLLECTION } from './collections.js';

interface Index {
  readonly kind: Kind;
  readonly key: IndexSpecification;
  readonly options?: CreateIndexesOptions;
}

const children = ['membership', 'invitation'] as const;

/** What the frontend may know of: a listing for it reads nothing else. */
const ONLY_PUBLIC: CreateIndexesOptions = { partialFilterExpression: { public_revision: { $gt: 0 } } };

/** What each listing is served by. `contains` is served by the wildcards, where the server has them. */
const INDEXES: readonly Index[] = [
  ...children.map((kind) => ({ kind, key: { organization_id: 1, _id: 1 } as const })),
  { kind: 'membership', key: { user_id: 1, organization_id: 1, _id: 1 } },
  { kind: 'organization', key: { _id: 1, public_revision: 1 }, options: ONLY_PUBLIC },
  ...children.map((kind) => ({
    kind,
    key: { organization_id: 1, _id: 1, public_revision: 1 } as const,
    options: ONLY_PUBLIC,
  })),
  ...(['organization', ...children] as const).map((kind) => ({ kind, key: { 'public_metadata.$**': 1 } as const })),
  ...(['organization', 'membership'] as const).map((kind) => ({
    kind,
    key: { 'private_metadata.$**': 1 } as const,
  })),
];

/** Makes the indexes that aren't there. What a server refuses is reported and done without. */
export async function makeIndexes(
  database: Db,
  onTrouble: (problem: string, cause: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const { kind, key, options } of INDEXES) {
    if (signal.aborted) return;
    const name = COLLECTION[kind];
    try {
      await database.collection(name).createIndex(key, options ?? {}, {});
    } catch (error) {
      const problem = error instanceof MongoServerError ? 'was refused' : 'could not be made';
      onTrouble(`the index ${JSON.stringify(key)} of ${name} ${problem}, and is done without`, error);
    }
  }
}
