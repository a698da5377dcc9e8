import { status, type ServiceError } from '@grpc/grpc-js';
import { BadRequest, ErrorInfo, RetryInfo } from 'nice-grpc-error-details';
import { Status } from 'nice-grpc-error-details/lib/proto/google/rpc/status.js';
import type { ErrorReason } from '../../../gen/ts/orgmeta/v1/error_reason.js';

/** Why the service refused a call: the names of `ErrorReason` in error_reason.proto. */
export type Reason = Exclude<keyof typeof ErrorReason, 'UNSPECIFIED'>;

/** The name of a gRPC status code, such as `NOT_FOUND`. */
export type Code = keyof typeof status;

/** What an {@link OrgmetaError} says besides its message. */
export interface ErrorDescription {
  readonly code: Code;
  readonly reason?: Reason | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly field?: string | undefined;
  readonly retryDelayMs?: number | undefined;
}

/** A call that failed. Branch on `reason`, or on `code` where there is none, and never on the message. */
export class OrgmetaError extends Error {
  override readonly name = 'OrgmetaError';
  /** The gRPC status code. */
  readonly code: Code;
  /** Why the service refused the call. Undefined where it gave no answer: a deadline, a connection that broke. */
  readonly reason: Reason | undefined;
  /** The details of the reason, such as `size_bytes` and `limit_bytes`. */
  readonly metadata: Readonly<Record<string, string>>;
  /** The path of the field that is to blame, such as `public_metadata`. */
  readonly field: string | undefined;
  /** How long to wait before trying again, in milliseconds, where the service said so. */
  readonly retryDelayMs: number | undefined;

  constructor(
    message: string,
    { code, reason, metadata = {}, field, retryDelayMs }: ErrorDescription,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.code = code;
    this.reason = reason;
    this.metadata = metadata;
    this.field = field;
    this.retryDelayMs = retryDelayMs;
  }
}

/** Makes an {@link OrgmetaError} of what grpc-js gives. */
export function toOrgmetaError(error: ServiceError): OrgmetaError {
  const code = status[error.code] as Code;
  return new OrgmetaError(error.details, { code, ...readDetails(error) }, error);
}

/** Reads what the trailers say besides the code. What can't be read, be it of a proxy's, says nothing. */
function readDetails({ metadata: trailers }: ServiceError): Omit<ErrorDescription, 'code'> {
  const [trailer] = trailers.get('grpc-status-details-bin');
  if (!Buffer.isBuffer(trailer)) return {};
  try {
    return readStatus(Status.decode(trailer));
  } catch {
    return {};
  }
}

function readStatus({ details }: Status): Omit<ErrorDescription, 'code'> {
  const find = (type: string) => details.find(({ typeUrl }) => typeUrl.endsWith(`/google.rpc.${type}`))?.value;
  const [info, badRequest, retry] = [find('ErrorInfo'), find('BadRequest'), find('RetryInfo')];
  const { domain, reason, metadata } = ErrorInfo.decode(info ?? new Uint8Array());
  const [violation] = BadRequest.decode(badRequest ?? new Uint8Array()).fieldViolations;
  const delay = retry && RetryInfo.decode(retry).retryDelay;
  return {
    ...(domain === 'orgmeta' && { reason: reason as Reason, metadata }),
    ...(violation !== undefined && violation.field !== '' && { field: violation.field }),
    ...(delay && { retryDelayMs: delay.seconds * 1000 + delay.nanos / 1e6 }),
  };
}
