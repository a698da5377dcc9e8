import { randomBytes } from 'node:crypto';
import { Binary, type Db } from 'mongodb';
import { StoreOpenError } from '../store-open-error.js';
import { SHARED_COLLECTION, SHARED_ID } from './collections.js';
import { isDuplicate } from './failures.js';

/** The version of everything that this code writes into a database. */
export const FORMAT = 1;

interface SharedState {
  readonly _id: string;
  readonly format: number;
  readonly page_token_key: Binary;
}

/**
 * Reads what all processes of a database share, and makes it if they are the first.
 *
 * @returns the 32 secret bytes that seal page tokens.
 * @throws StoreOpenError if the database was written by another version, or the document was edited
 */
export async function readSharedState(database: Db): Promise<Uint8Array> {
  const states = database.collection<SharedState>(SHARED_COLLECTION);
  const fresh = { format: FORMAT, page_token_key: new Binary(randomBytes(32)) };
  try {
    await states.updateOne({ _id: SHARED_ID }, { $setOnInsert: fresh }, { upsert: true });
  } catch (error) {
    // Another process was first.
    if (!isDuplicate(error)) throw error;
  }
  const state = await states.findOne({ _id: SHARED_ID });
  const name = `the document ${SHARED_ID} of the collection ${SHARED_COLLECTION}`;
  if (state === null) throw new StoreOpenError(`${name} was deleted while it was read`);
  if (state.format !== FORMAT) {
    throw new StoreOpenError(
      `the database was written by another version of orgmeta (format ${state.format}; this one knows ${FORMAT})`,
    );
  }
  if (!(state.page_token_key instanceof Binary) || state.page_token_key.length() !== 32)
    throw new StoreOpenError(`${name} has no page_token_key of 32 bytes; remove the document, and a new one is made`);
  return new Uint8Array(state.page_token_key.buffer.subarray(0, 32));
}
