import { Metadata, status, type StatusObject } from '@grpc/grpc-js';
import { OrgmetaError } from '../domain/errors.js';
import { DamagedRecord } from '../store/damaged-record.js';
import type { Log } from '../telemetry/log.js';
import { toStatus } from '../wire/status.js';

/** Turns whatever was thrown during a call of `path` into the status that the caller gets. */
export type ToStatus = (error: unknown, path: string) => StatusObject;

/**
 * Makes the one function through which errors leave: an {@link OrgmetaError} goes out with its details, and its cause to
 * the log; a damaged record, which the store has reported by its name, and anything else, which is a bug, go to the log
 * alone: the caller is told that the service failed.
 */
export function createErrorReporter(log: Log): ToStatus {
  return (error, path) => {
    if (error instanceof OrgmetaError) {
      if (error.cause !== undefined) {
        log.warn({ rpc: path, reason: error.reason, err: error.cause }, 'call refused for a cause outside');
      }
      return toStatus(error);
    }
    if (error instanceof DamagedRecord) {
      log.error({ rpc: path, problem: error.message }, 'call failed: the record is damaged');
    } else {
      log.error({ rpc: path, err: error }, 'call failed: a bug');
    }
    return {
      code: status.INTERNAL,
      details: 'internal error; the service has logged its cause',
      metadata: new Metadata(),
    };
  };
}
