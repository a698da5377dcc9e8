import { Metadata, status, type StatusObject } from '@grpc/grpc-js';
import { Any, BadRequest, ErrorInfo, RetryInfo } from 'nice-grpc-error-details';
import { Status } from 'nice-grpc-error-details/lib/proto/google/rpc/status.js';
import type { OrgmetaError, Reason } from '../domain/errors.js';

/** The `domain` of every ErrorInfo. */
const ERROR_DOMAIN = 'orgmeta';

/** How long a caller should wait before it tries again, in milliseconds, where the error itself does not know better. */
const RETRY_MS: Partial<Record<Reason, number>> = { STORE_UNAVAILABLE: 1000, SERVICE_BUSY: 1000 };

/** Which code each reason travels under (`error_reason.proto`). */
const CODES: Readonly<Record<Reason, status>> = {
  METADATA_TOO_LARGE: status.INVALID_ARGUMENT,
  METADATA_INVALID: status.INVALID_ARGUMENT,
  ARGUMENT_INVALID: status.INVALID_ARGUMENT,
  METADATA_NOT_FOUND: status.NOT_FOUND,
  ETAG_MISMATCH: status.ABORTED,
  WRITE_CONTENTION: status.ABORTED,
  INVITATION_ALREADY_ACCEPTED: status.FAILED_PRECONDITION,
  ORGANIZATION_NOT_EMPTY: status.FAILED_PRECONDITION,
  CREDENTIAL_MISSING: status.UNAUTHENTICATED,
  CREDENTIAL_INVALID: status.UNAUTHENTICATED,
  ROLE_NOT_ALLOWED: status.PERMISSION_DENIED,
  ORGANIZATION_NOT_ALLOWED: status.PERMISSION_DENIED,
  STORE_UNAVAILABLE: status.UNAVAILABLE,
  WRITE_OUTCOME_UNKNOWN: status.UNAVAILABLE,
  RATE_LIMITED: status.RESOURCE_EXHAUSTED,
  SERVICE_BUSY: status.RESOURCE_EXHAUSTED,
};

/**
 * Turns an error into the status that goes out: code, message and, in the trailer `grpc-status-details-bin`, a
 * `google.rpc.Status` with ErrorInfo, for a bad field BadRequest, and where a retry can help after some time RetryInfo (AIP-193).
 */
export function toStatus(error: OrgmetaError): StatusObject {
  const code = CODES[error.reason];
  const metadata = new Metadata();
  const details = Status.encode(
    Status.fromPartial({ code, message: error.message, details: errorDetails(error) }),
  ).finish();
  metadata.set('grpc-status-details-bin', Buffer.from(details));
  (metadata as WithReason)[REASON] = error.reason;
  return { code, details: error.message, metadata };
}

/** Carries the reason beside its encoded form, for whoever passes a status on within this process. */
const REASON = Symbol('reason');

type WithReason = Metadata & { [REASON]?: Reason };

/** Tells the reason of a status that {@link toStatus} made. */
export function reasonOf(metadata: Metadata | null | undefined): Reason | undefined {
  return (metadata as WithReason | null | undefined)?.[REASON];
}

function errorDetails(error: OrgmetaError): Any[] {
  const info = ErrorInfo.fromPartial({ reason: error.reason, domain: ERROR_DOMAIN, metadata: { ...error.metadata } });
  const details = [any('ErrorInfo', ErrorInfo.encode(info).finish())];
  const field = error.metadata.field;
  if (field !== undefined && field !== '') {
    const request = BadRequest.fromPartial({ fieldViolations: [{ field, description: error.message }] });
    details.push(any('BadRequest', BadRequest.encode(request).finish()));
  }
  const retryAfterMs = error.retryAfterMs ?? RETRY_MS[error.reason];
  if (retryAfterMs !== undefined) {
    const retry = RetryInfo.fromPartial({
      retryDelay: { seconds: Math.floor(retryAfterMs / 1000), nanos: (retryAfterMs % 1000) * 1_000_000 },
    });
    details.push(any('RetryInfo', RetryInfo.encode(retry).finish()));
  }
  return details;
}

function any(type: string, value: Uint8Array): Any {
  return Any.fromPartial({ typeUrl: `type.googleapis.com/google.rpc.${type}`, value });
}
