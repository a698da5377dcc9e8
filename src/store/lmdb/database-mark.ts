import { randomBytes } from 'node:crypto';

/**
 * The version of everything that this code writes into a database: keys, records, mark. Format 1, which no release wrote,
 * lacks the index of records that the frontend may know of.
 */
export const FORMAT = 2;

/** What the entry under `MARK_KEY` says: that the database is ours, in which format, and what seals its page tokens. */
export interface DatabaseMark {
  readonly format: number;
  readonly pageTokenKey: Uint8Array;
}

/** Makes the mark of a new database. */
export function newMark(): Buffer {
  return Buffer.from(JSON.stringify({ format: FORMAT, pageTokenKey: randomBytes(32).toString('base64') }));
}

/** Reads a mark; gives undefined for what is none. */
export function readMark(stored: Uint8Array): DatabaseMark | undefined {
  try {
    const { format, pageTokenKey } = JSON.parse(Buffer.from(stored).toString()) as Record<string, unknown>;
    if (typeof format !== 'number' || typeof pageTokenKey !== 'string') return undefined;
    const key = Buffer.from(pageTokenKey, 'base64');
    return key.length === 32 ? { format, pageTokenKey: key } : undefined;
  } catch {
    return undefined;
  }
}
