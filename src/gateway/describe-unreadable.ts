import { GatewayError, requestMalformed } from './gateway-error.js';

/**
 * Says what is wrong with a request that Node's parser gave up.
 *
 * @returns undefined if it is the connection that broke, on which nobody reads an answer
 */
export function describeUnreadable({ code = '' }: NodeJS.ErrnoException): GatewayError | undefined {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return TIMED_OUT;
  if (code === 'HPE_HEADER_OVERFLOW') return HEADERS_TOO_LARGE;
  return code.startsWith('HPE_') ? requestMalformed() : undefined;
}

const TIMED_OUT = new GatewayError({
  status: 408,
  code: 'request_timeout',
  message: 'The request did not come in time',
});

const HEADERS_TOO_LARGE = new GatewayError({
  status: 431,
  code: 'request_headers_too_large',
  message: 'The headers of the request are too large',
});
