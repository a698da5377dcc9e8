/** What a {@link GatewayError} says besides its message. */
export interface GatewayErrorDescription {
  /** The HTTP status. */
  readonly status: number;
  /** Tells programs what is wrong, in Clerk's words where Clerk has one. */
  readonly code: string;
  /** One sentence about it, for people. */
  readonly message: string;
  /** More about this very case; the message again if it is left out. */
  readonly longMessage?: string | undefined;
  /** Names the parameter, and the reason's own details. */
  readonly meta?: Readonly<Record<string, string>>;
  /** After how many seconds the same request may pass. */
  readonly retryAfterSeconds?: number | undefined;
  /** Which methods there are, where the request had another. */
  readonly allow?: string;
}

/**
 * The one error that reaches a visitor. All that it describes is sent, so it holds nothing of the inside; its cause is
 * logged and never sent.
 */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly description: GatewayErrorDescription;

  constructor(description: GatewayErrorDescription, options?: ErrorOptions) {
    const { stackTraceLimit } = Error;
    // Nobody looks at where an answer was made, and a trace takes as long to make as the rest of it.
    Error.stackTraceLimit = 0;
    super(description.message, options);
    Error.stackTraceLimit = stackTraceLimit;
    this.description = description;
  }

  get status(): number {
    return this.description.status;
  }

  /** The body, in the shape of Clerk's errors. */
  toJson(): string {
    const { code, message, longMessage = message, meta = {} } = this.description;
    return JSON.stringify({ errors: [{ code, message, long_message: longMessage, meta }] });
  }

  /** The headers of the answer. No error is kept by a cache. */
  toHeaders(): Record<string, string> {
    const { status, retryAfterSeconds, allow } = this.description;
    return {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
      ...(allow !== undefined && { allow }),
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    };
  }
}

/** The path or the host can't be read. */
export function requestMalformed(): GatewayError {
  return new GatewayError({ status: 400, code: 'bad_request', message: 'The request is malformed' });
}

const GATEWAY_BUSY = new GatewayError({
  status: 503,
  code: 'service_unavailable',
  message: 'The service is not available right now',
  longMessage: 'As many requests as allowed are under way; try again later.',
  retryAfterSeconds: 1,
});

/**
 * As many requests are under way as allowed, or the connection had to make room for another. Always the same error: there may be
 * thousands a second, which whoever refuses counts for the log.
 */
export function gatewayBusy(): GatewayError {
  return GATEWAY_BUSY;
}

/** The request expects something else than to be told to go on. */
export function expectationFailed(): GatewayError {
  return new GatewayError({ status: 417, code: 'expectation_failed', message: 'The expectation can not be met' });
}

/** CONNECT is for proxies. */
export function methodNotImplemented(): GatewayError {
  return new GatewayError({ status: 501, code: 'not_implemented', message: 'The method is not implemented' });
}

/** The visitor has left before the whole body came, or while it waited; nobody reads this but the log. */
export function visitorLeft(cause?: unknown): GatewayError {
  return new GatewayError({ status: 499, code: 'request_cancelled', message: 'The request was cancelled' }, { cause });
}

/** The path has a segment `.` or `..`, which is a step in a path and names nothing. */
export function pathAmbiguous(): GatewayError {
  return new GatewayError({
    status: 400,
    code: 'bad_request',
    message: 'The request is malformed',
    longMessage: 'The path has a segment "." or "..", also percent-encoded; no id can be one of these in a path.',
  });
}

/** Nothing is at this path. */
export function routeNotFound(): GatewayError {
  return new GatewayError({
    status: 404,
    code: 'resource_not_found',
    message: 'not found',
    longMessage: 'There is nothing at this path. /openapi.json lists what there is.',
  });
}

/** The path is there, but not with this method. */
export function methodNotAllowed(allow: string): GatewayError {
  return new GatewayError({
    status: 405,
    code: 'method_not_allowed',
    message: 'method not allowed',
    longMessage: `This path takes ${allow}.`,
    allow,
  });
}

/** Only a caller with a credential of its own may do this. */
export function credentialNeeded(): GatewayError {
  return new GatewayError({
    status: 401,
    code: 'authentication_invalid',
    message: 'Unauthenticated',
    longMessage: 'This needs a credential: send authorization: Bearer, and the key or the token.',
  });
}

/** The service does not take the gateway's own key: a fault of the set-up, and none of the visitor's. */
export function gatewayKeyRefused(cause: GatewayError): GatewayError {
  return new GatewayError(
    { status: 502, code: 'bad_gateway', message: 'The service can not be asked', retryAfterSeconds: 10 },
    { cause },
  );
}
