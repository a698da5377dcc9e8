import type { Owner } from './owner.js';

/**
 * The closed list of reasons why a call is refused: the names of `ErrorReason` in `error_reason.proto`, which documents
 * each.
 */
export const REASONS = [
  'METADATA_TOO_LARGE',
  'METADATA_INVALID',
  'ARGUMENT_INVALID',
  'METADATA_NOT_FOUND',
  'ETAG_MISMATCH',
  'WRITE_CONTENTION',
  'INVITATION_ALREADY_ACCEPTED',
  'ORGANIZATION_NOT_EMPTY',
  'CREDENTIAL_MISSING',
  'CREDENTIAL_INVALID',
  'ROLE_NOT_ALLOWED',
  'ORGANIZATION_NOT_ALLOWED',
  'STORE_UNAVAILABLE',
  'WRITE_OUTCOME_UNKNOWN',
  'RATE_LIMITED',
  'SERVICE_BUSY',
] as const;

export type Reason = (typeof REASONS)[number];

/**
 * The one error that reaches a caller. Its message and metadata are sent, so they hold nothing secret; its cause is
 * logged and never sent. Anything else that is thrown is a bug, and reaches the caller as INTERNAL without a word.
 */
export class OrgmetaError extends Error {
  override readonly name = 'OrgmetaError';
  readonly reason: Reason;
  /** The metadata of `google.rpc.ErrorInfo`; which keys a reason has, the contract says. */
  readonly metadata: Readonly<Record<string, string>>;
  /** After how many milliseconds the same call may pass, where that is known. */
  readonly retryAfterMs: number | undefined;

  constructor(
    reason: Reason,
    message: string,
    metadata: Record<string, string> = {},
    { retryAfterMs, ...options }: ErrorOptions & { readonly retryAfterMs?: number } = {},
  ) {
    const { stackTraceLimit } = Error;
    // A refusal is no bug: nobody looks at where it was made, and a trace takes as long to make as the rest of it.
    Error.stackTraceLimit = 0;
    super(message, options);
    Error.stackTraceLimit = stackTraceLimit;
    this.reason = reason;
    this.metadata = metadata;
    this.retryAfterMs = retryAfterMs;
  }
}

/** A field other than a metadata document is missing or malformed. `field` is its path in the proto message. */
export function argumentInvalid(field: string, problem: string): OrgmetaError {
  return new OrgmetaError('ARGUMENT_INVALID', field === '' ? problem : `${field} ${problem}`, { field });
}

/** A metadata document or a filter holds what it may not. `path` says where in the document. */
export function metadataInvalid(field: string, path: string, problem: string): OrgmetaError {
  const where = path === '' ? field : `${field} at ${path}`;
  return new OrgmetaError('METADATA_INVALID', `${where}: ${problem}`, { field, path });
}

/** No record exists for this owner, or, to the frontend, none with public metadata. */
export function metadataNotFound(owner: Owner): OrgmetaError {
  const ids: Record<string, string> = { organization_id: owner.organizationId };
  if (owner.kind === 'membership') ids.user_id = owner.userId;
  if (owner.kind === 'invitation') ids.invitation_id = owner.invitationId;
  return new OrgmetaError('METADATA_NOT_FOUND', `this ${owner.kind} has no metadata; check the ids`, ids);
}

/** An organization with records of memberships or invitations is deleted only with `force`. */
export function organizationNotEmpty(): OrgmetaError {
  return new OrgmetaError(
    'ORGANIZATION_NOT_EMPTY',
    'this organization has metadata of memberships or invitations; delete these first, or send force',
  );
}
