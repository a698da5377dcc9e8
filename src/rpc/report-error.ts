import { Metadata, status, type StatusObject } from '@grpc/grpc-js';
import { OrgmetaError } from '../domain/errors.js';
import type { Log } from '../telemetry/log.js';
import { toStatus } from '../wire/status.js';

/** Turns whatever was thrown during a call of `path` into the status that the caller gets. */
export type ToStatus = (error: unknown, path: string) => StatusObject;

/**
 * Makes the one function through which errors leave: an {@link OrgmetaError} goes out with its details, and its cause to
 * the log; anything else is a bug, whose every word goes to the log and none to the caller.
 */
export function createErrorReporter(log: Log): ToStatus {
  return (error, path) => {
    if (error instanceof OrgmetaError) {
      if (error.cause !== undefined) {
        log.warn({ rpc: path, reason: error.reason, err: error.cause }, 'call refused for a cause outside');
      }
      return toStatus(error);
    }
    log.error({ rpc: path, err: error }, 'call failed: a bug');
    return {
      code: status.INTERNAL,
      details: 'internal error; the service has logged its cause',
      metadata: new Metadata(),
    };
  };
}
