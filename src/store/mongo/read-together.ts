import DataLoader from 'dataloader';
import { ownerName, type Kind, type Owner } from '../../domain/owner.js';
import { mapInStretches } from '../stretches.js';
import { documentKey, type DocumentKey } from './collections.js';
import type { Connection } from './connection.js';
import type { Document } from './record-document.js';
import { readDocumentId } from './read-document-id.js';

/** The most documents of one query. */
const BATCH_MAX_READS = 200;

/** Reads what is stored for an owner now; undefined if nothing is. */
export type ReadOne<R> = (owner: Owner) => Promise<R | undefined>;

/** What is read together. */
export interface Reads<R> {
  readonly kind: Kind;
  /** The fields that are read; all of them if it is left out. */
  readonly projection?: Document;
  /** What it throws fails the reads of this owner alone. */
  readonly decode: (owner: Owner, bytes: Uint8Array) => R | undefined;
}

/**
 * Makes a function that reads one document, and sends the reads of all calls that have arrived in one turn as one query.
 * That is sent after the last of them arrived, and nothing is kept.
 */
export function readTogether<R>(connection: Connection, reads: Reads<R>): ReadOne<R> {
  const loader = new DataLoader<Owner, R | undefined>((owners) => readMany(connection, reads, owners), {
    cache: false,
    maxBatchSize: BATCH_MAX_READS,
    batchScheduleFn: setImmediate,
  });
  return (owner) => loader.load(owner);
}

/** Decodes each document once, in stretches. */
async function readMany<R>(
  connection: Connection,
  { kind, projection, decode }: Reads<R>,
  owners: readonly Owner[],
): Promise<(R | undefined | Error)[]> {
  const found = await connection.run(() => findBytes(connection, kind, owners.map(documentKey), projection));
  const decoded = new Map<string, R | undefined | Error>();
  return mapInStretches(owners, (owner) => {
    const name = ownerName(owner);
    const bytes = found.get(name);
    if (bytes !== undefined && !decoded.has(name))
      decoded.set(
        name,
        resultOf(() => decode(owner, bytes)),
      );
    return decoded.get(name);
  });
}

/** Gives what is thrown in place of throwing it, as the loader takes it. */
function resultOf<R>(work: () => R): R | Error {
  try {
    return work();
  } catch (error) {
    return error as Error;
  }
}

async function findBytes(
  connection: Connection,
  kind: Kind,
  keys: readonly DocumentKey[],
  projection: Document | undefined,
): Promise<Map<string, Uint8Array>> {
  const documents = await connection
    .documents(kind)
    .find<Uint8Array>(keyFilter(keys), {
      ...(projection && { projection }),
      raw: true,
      batchSize: BATCH_MAX_READS + 1,
    })
    .toArray();
  return new Map(documents.map((bytes) => [readDocumentId(bytes), bytes]));
}

function keyFilter(keys: readonly DocumentKey[]): Document {
  const [first] = keys;
  if (first !== undefined && keys.length === 1) return { ...first };
  const organizations = new Set(keys.map(({ organization_id }) => organization_id));
  return {
    _id: { $in: [...new Set(keys.map(({ _id }) => _id))] },
    organization_id: organizations.size === 1 ? first?.organization_id : { $in: [...organizations] },
  };
}
