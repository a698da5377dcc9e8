import { type ServiceError, status } from '@grpc/grpc-js';
import { StructError } from '../../src/struct/struct-error.js';
import { ErrorInfo } from 'nice-grpc-error-details';
import { Status } from 'nice-grpc-error-details/lib/proto/google/rpc/status.js';

/** Stands for a request that the transport turned away because of its size, before the service saw it. */
export const REQUEST_TOO_LARGE = 'REQUEST_TOO_LARGE';

/**
 * Tells why a document was refused: the reason of the service's `google.rpc.ErrorInfo`.
 *
 * @returns undefined if the call failed for something else than the document: the service, the network, the key.
 */
export function refusalReason(error: unknown): string | undefined {
  // The client's codec keeps the document rules too, so a document that breaks one never leaves.
  if (error instanceof StructError) return 'METADATA_INVALID';
  if (!isServiceError(error)) return undefined;
  const reason = errorInfoReason(error);
  // Of this code, a refusal with a reason is about how many calls there are.
  if (error.code === status.RESOURCE_EXHAUSTED) return reason === undefined ? REQUEST_TOO_LARGE : undefined;
  if (error.code !== status.INVALID_ARGUMENT && error.code !== status.FAILED_PRECONDITION) return undefined;
  return reason ?? status[error.code];
}

function errorInfoReason(error: ServiceError): string | undefined {
  const [details] = error.metadata.get('grpc-status-details-bin');
  if (!Buffer.isBuffer(details)) return undefined;
  const info = Status.decode(details).details.find(({ typeUrl }) => typeUrl.endsWith('/google.rpc.ErrorInfo'));
  return info && ErrorInfo.decode(info.value).reason;
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'code' in error && 'metadata' in error;
}
