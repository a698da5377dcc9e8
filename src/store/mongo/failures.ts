import {
  MongoError,
  MongoErrorLabel,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
  MongoUnexpectedServerResponseError,
  MongoWriteConcernError,
} from 'mongodb';
import { OrgmetaError } from '../../domain/errors.js';
import { hideWords } from './hide-words.js';

/** The code of an insertion whose `_id` is there already. */
const DUPLICATE_KEY = 11000;

/**
 * Codes of a server that stopped, or ceased to be the primary, while it worked: ShutdownInProgress, PrimarySteppedDown,
 * NotWritablePrimary, InterruptedAtShutdown, InterruptedDueToReplStateChange, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary,
 * WriteConcernFailed, ExceededTimeLimit, MaxTimeMSExpired.
 */
const INTERRUPTED = new Set([91, 189, 10107, 11600, 11602, 13435, 13436, 64, 262, 50]);

/** Names of errors, whose classes the driver keeps to itself, of a command that got no connection to be sent on. */
const NO_CONNECTION = new Set(['MongoPoolClearedError', 'MongoPoolClosedError', 'MongoWaitQueueTimeoutError']);

/** No reply came in time. */
export class LateReply extends Error {
  override readonly name = 'LateReply';
}

/** A command was not sent: the database is not connected, or does not get to it. */
export class NotSent extends Error {
  override readonly name = 'NotSent';
}

export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}

/** Tells whether a command that failed so may have been carried out all the same, or may yet be. */
export function isOutcomeOpen(error: unknown): boolean {
  if (isNotSent(error)) return false;
  return (
    error instanceof LateReply ||
    error instanceof MongoNetworkError ||
    error instanceof MongoUnexpectedServerResponseError ||
    error instanceof MongoWriteConcernError ||
    (error instanceof MongoServerError &&
      (error.hasErrorLabel('RetryableWriteError') || INTERRUPTED.has(Number(error.code))))
  );
}

/** Tells whether a command that failed so was never sent: no server was there, or no connection to it. */
export function isNotSent(error: unknown): boolean {
  return (
    error instanceof NotSent ||
    error instanceof MongoServerSelectionError ||
    (error instanceof MongoError && NO_CONNECTION.has(error.name)) ||
    isConnectError(error)
  );
}

/** Tells whether a connection broke before there was one, or while it was being made: another may hold. */
export function isConnectionLack(error: unknown): boolean {
  return (error instanceof MongoError && error.name === 'MongoPoolClearedError') || isConnectError(error);
}

/** The driver labels what breaks while a connection is made, and no network error of a command. */
function isConnectError(error: unknown): boolean {
  return (
    (error instanceof MongoError && error.hasErrorLabel(MongoErrorLabel.HandshakeError)) ||
    (error instanceof MongoNetworkError && error.hasErrorLabel(MongoErrorLabel.SystemOverloadedError))
  );
}

/** Tells an error of the driver, or of the way to the database, from one of this code. */
export function isDatabaseError(error: unknown): boolean {
  return error instanceof MongoError || error instanceof LateReply || error instanceof NotSent;
}

/** What a caller is told instead of an error of the driver's; others pass. Nothing was written. */
export function readFailure(error: unknown): unknown {
  return isDatabaseError(error) ? storeUnavailable(error) : error;
}

/** The store does not answer, for a reason that is for the log. Nothing was written. */
export function storeUnavailable(cause: unknown): OrgmetaError {
  return new OrgmetaError(
    'STORE_UNAVAILABLE',
    'the database does not answer at the moment; try again later',
    {},
    { cause: hideWords(cause) },
  );
}

/** A write was sent, and nobody knows what became of it. */
export function outcomeUnknown(cause: unknown): OrgmetaError {
  return new OrgmetaError(
    'WRITE_OUTCOME_UNKNOWN',
    'the database did not confirm the write; read the record to see whether it holds, and try again',
    {},
    { cause: hideWords(cause) },
  );
}

/** Other processes wrote the same record, again and again. */
export function writeContention(): OrgmetaError {
  return new OrgmetaError('WRITE_CONTENTION', 'too many writes of this record at once; nothing was written; try again');
}
