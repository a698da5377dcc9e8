import { OrgmetaError } from '../../domain/errors.js';
import { DamagedRecord } from '../damaged-record.js';

// Codes of LMDB (lmdb.h).
const MDB_PAGE_NOTFOUND = -30797;
const MDB_CORRUPTED = -30796;

/** What a read says instead of the error that LMDB threw: damage that is contained, or a store that doesn't answer. */
export function readFailure(cause: unknown): Error {
  const code = codeOf(cause);
  return code === MDB_CORRUPTED || code === MDB_PAGE_NOTFOUND
    ? new DamagedRecord('the page that should hold it is damaged', { cause })
    : storeUnavailable('can not be read', cause);
}

/** The store does not answer, for a reason that is for the log. Nothing was written. */
export function storeUnavailable(problem: string, cause: unknown): OrgmetaError {
  return new OrgmetaError('STORE_UNAVAILABLE', `the store ${problem} at the moment; try again later`, {}, { cause });
}

/** The disk failed at the one write that decides whether a transaction holds. */
export function outcomeUnknown(cause: unknown): OrgmetaError {
  return new OrgmetaError(
    'WRITE_OUTCOME_UNKNOWN',
    'the disk failed while the write was made durable; read the record to see whether it holds, and try again',
    {},
    { cause },
  );
}

/** Tells an error of LMDB, which carries a number, from what a transaction's own code throws. */
export function isLmdbError(error: unknown): boolean {
  return typeof codeOf(error) === 'number';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
