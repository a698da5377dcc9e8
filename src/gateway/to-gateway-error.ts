import { status, type StatusObject } from '@grpc/grpc-js';
import { BadRequest, ErrorInfo, RetryInfo } from 'nice-grpc-error-details';
import { Status } from 'nice-grpc-error-details/lib/proto/google/rpc/status.js';
import { GatewayError, type GatewayErrorDescription } from './gateway-error.js';

type Answer = Pick<GatewayErrorDescription, 'status' | 'code' | 'message'>;

/** After how many seconds to try again what was not to be had, where nobody has said. */
const RETRY_SECONDS = 1;

const UNAVAILABLE = { status: 503, code: 'service_unavailable', message: 'The service is not available right now' };
const FORBIDDEN = { status: 403, code: 'authorization_invalid', message: 'You are not authorized' };
const UNAUTHENTICATED = { status: 401, code: 'authentication_invalid', message: 'Unauthenticated' };

/** The answer to each reason of the service. What the service says of it is sent too, since that is meant for callers. */
const OF_REASON: Readonly<Record<string, Answer | undefined>> = {
  METADATA_TOO_LARGE: { status: 422, code: 'form_param_exceeds_allowed_size', message: 'is too large' },
  METADATA_INVALID: { status: 422, code: 'form_param_value_invalid', message: 'is invalid' },
  ARGUMENT_INVALID: { status: 400, code: 'form_param_format_invalid', message: 'is invalid' },
  METADATA_NOT_FOUND: { status: 404, code: 'resource_not_found', message: 'not found' },
  ETAG_MISMATCH: { status: 409, code: 'etag_mismatch', message: 'was changed meanwhile' },
  WRITE_CONTENTION: { status: 409, code: 'write_contention', message: 'is changed by too many at once' },
  INVITATION_ALREADY_ACCEPTED: { status: 400, code: 'invitation_already_accepted', message: 'is accepted already' },
  ORGANIZATION_NOT_EMPTY: { status: 400, code: 'organization_not_empty', message: 'is not empty' },
  CREDENTIAL_MISSING: UNAUTHENTICATED,
  CREDENTIAL_INVALID: UNAUTHENTICATED,
  ROLE_NOT_ALLOWED: FORBIDDEN,
  ORGANIZATION_NOT_ALLOWED: FORBIDDEN,
  STORE_UNAVAILABLE: UNAVAILABLE,
  WRITE_OUTCOME_UNKNOWN: { status: 503, code: 'write_outcome_unknown', message: 'It is not known whether it was done' },
  // Whoever asks is not to blame: others ask as well.
  SERVICE_BUSY: UNAVAILABLE,
  RATE_LIMITED: { status: 429, code: 'too_many_requests', message: 'Too many requests' },
};

/** The answer where there is no reason: what grpc-js and the transport say of it is never sent. */
const OF_CODE: Partial<Record<status, Answer>> = {
  [status.CANCELLED]: { status: 499, code: 'request_cancelled', message: 'The request was cancelled' },
  [status.DEADLINE_EXCEEDED]: { status: 504, code: 'timeout', message: 'The service did not answer in time' },
  [status.UNAVAILABLE]: UNAVAILABLE,
  [status.UNAUTHENTICATED]: UNAUTHENTICATED,
  [status.PERMISSION_DENIED]: FORBIDDEN,
  // Without a reason it is the transport that speaks, of a message past its limit.
  [status.RESOURCE_EXHAUSTED]: { status: 413, code: 'request_too_large', message: 'The request is too large' },
  [status.UNIMPLEMENTED]: { status: 501, code: 'not_implemented', message: 'The service can not do this' },
};

const INTERNAL: Answer = { status: 500, code: 'internal_error', message: 'Something went wrong' };

/** Makes of the status of an upstream call that failed the error that a visitor gets. */
export function toGatewayError(outcome: StatusObject): GatewayError {
  const { reason, metadata, field, retrySeconds } = readDetails(outcome);
  const { field: _, ...details } = metadata;
  const known = reason === undefined ? undefined : OF_REASON[reason];
  const answer = known ?? OF_CODE[outcome.code] ?? INTERNAL;
  const retryAfterSeconds = answer.status === 503 ? (retrySeconds ?? RETRY_SECONDS) : retrySeconds;
  if (known === undefined) return new GatewayError({ ...answer, retryAfterSeconds }, { cause: outcome.details });
  const name = field === undefined ? undefined : toParameterName(field);
  const longMessage =
    field !== undefined && name !== undefined ? outcome.details.replace(field, name) : outcome.details;
  const meta = { ...(name !== undefined && { param_name: name }), ...details };
  return new GatewayError({ ...answer, longMessage, meta, retryAfterSeconds });
}

/** The fields of a batch are one parameter here, which is given several times. */
function toParameterName(field: string): string {
  return field.replace(/^organization_ids\b.*/, 'organization_id').replace(/^keys(?:\[\d+\]\.)?/, '') || 'user_id';
}

interface Details {
  readonly reason?: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly field?: string;
  readonly retrySeconds?: number;
}

/** Details that can't be read are none: something on the way to the service may have made them. */
function readDetails({ metadata: trailers }: StatusObject): Details {
  const [trailer] = trailers.get('grpc-status-details-bin');
  if (!Buffer.isBuffer(trailer)) return { metadata: {} };
  try {
    return decodeDetails(trailer);
  } catch {
    return { metadata: {} };
  }
}

function decodeDetails(trailer: Buffer): Details {
  const { details } = Status.decode(trailer);
  const find = (type: string) => details.find(({ typeUrl }) => typeUrl.endsWith(`/google.rpc.${type}`))?.value;
  const [info, badRequest, retry] = [find('ErrorInfo'), find('BadRequest'), find('RetryInfo')];
  const { domain, reason, metadata } = ErrorInfo.decode(info ?? new Uint8Array());
  const [violation] = BadRequest.decode(badRequest ?? new Uint8Array()).fieldViolations;
  const delay = retry && RetryInfo.decode(retry).retryDelay;
  return {
    ...(domain === 'orgmeta' && { reason }),
    metadata,
    ...(violation !== undefined && { field: violation.field }),
    ...(delay !== undefined && { retrySeconds: Math.ceil(delay.seconds + delay.nanos / 1e9) }),
  };
}
