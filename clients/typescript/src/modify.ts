import { setTimeout as wait } from 'node:timers/promises';
import { OrgmetaError, type Reason } from './orgmeta-error.js';

/** How often a change is tried. */
const ATTEMPTS = 10;

/** The longest wait after the first attempt, in milliseconds; it doubles with each, up to the last. */
const FIRST_WAIT_MS = 20;
const LAST_WAIT_MS = 1000;

/** Makes the documents that are to be stored out of those that are. One that it leaves out stays as it is. */
export type Change = (current: object) => object | Promise<object>;

/** How a record is changed. */
export interface Modification<Record> {
  readonly read: () => Promise<Record>;
  /** The documents of a record; empty ones where there is none. */
  readonly documentsOf: (record: Record | undefined) => object;
  readonly change: Change;
  readonly write: (documents: object, etag: string) => Promise<Record>;
}

/**
 * Reads a record, changes it by a function, and stores that if nobody else has changed the record meanwhile; otherwise it begins
 * anew, after a random wait. A record that does not exist is created.
 *
 * @throws OrgmetaError `ETAG_MISMATCH` if others were faster ten times
 * @throws TypeError if the function gives no documents
 * @throws the reason of the signal, once it is aborted
 */
export async function modify<Record extends { readonly etag: string }>(
  { read, documentsOf, change, write }: Modification<Record>,
  signal?: AbortSignal,
): Promise<Record> {
  for (let attempt = 1; ; attempt += 1) {
    const record = await unlessRefused(read(), 'METADATA_NOT_FOUND');
    const changed = checkChanged(await change(documentsOf(record)));
    const writing = write(changed, record?.etag ?? '0');
    const stored = attempt < ATTEMPTS ? await unlessRefused(writing, 'ETAG_MISMATCH') : await writing;
    if (stored !== undefined) return stored;
    const longest = Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
    // It rejects with an error of its own.
    await wait(Math.random() * longest, undefined, signal && { signal }).catch(() => signal?.throwIfAborted());
  }
}

/** Tells a function that changes what it is given and forgets to return it, which in JavaScript nobody else does. */
function checkChanged(changed: unknown): object {
  if (typeof changed === 'object' && changed !== null) return changed;
  throw new TypeError(`the function returned ${String(changed)}; it has to return the documents`);
}

/** Resolves to undefined where the service refuses a call for this reason. */
async function unlessRefused<Result>(call: Promise<Result>, reason: Reason): Promise<Result | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof OrgmetaError && error.reason === reason) return undefined;
    throw error;
  }
}
