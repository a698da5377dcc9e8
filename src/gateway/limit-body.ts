import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { GatewayError, visitorLeft } from './gateway-error.js';

/** What the service takes in one request, too; two documents of 8 KB have room in it even if every character is escaped. */
export const BODY_BYTES = 256 * 1024;

/**
 * Refuses a larger body before it is read, and the visitor's connection goes on; one whose length is not told, once that much
 * has come.
 */
export function limitBody(): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: BODY_BYTES,
    onError: () => {
      throw bodyTooLarge();
    },
  });
  return async function limitBodyOf(context, next) {
    // Where the length is told, the body is not touched: Hono would open it, and then nobody could throw it away.
    if (Number(context.req.header('content-length') ?? 0) > BODY_BYTES) throw bodyTooLarge();
    try {
      return await limit(context, next);
    } catch (error) {
      // A body without a length is read here. What fails in a route is answered there, and does not come this way.
      throw error instanceof GatewayError ? error : visitorLeft(error);
    }
  };
}

function bodyTooLarge(): GatewayError {
  return new GatewayError({
    status: 413,
    code: 'request_too_large',
    message: 'The request is too large',
    longMessage: `A request has ${BODY_BYTES} bytes at most.`,
  });
}
