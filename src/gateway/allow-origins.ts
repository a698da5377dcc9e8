import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

/** How long a browser may remember what it was allowed, in seconds: two hours, the most that Chromium takes. */
const PREFLIGHT_SECONDS = 7200;

/** Lets pages of some origins (`*`: of all) read. No cookies: a page sends its credential itself. */
export function allowOrigins(origins: readonly string[]): MiddlewareHandler {
  const allow = cors({
    origin: origins.includes('*') ? '*' : [...origins],
    allowMethods: ['GET', 'HEAD'],
    allowHeaders: ['Authorization', 'If-None-Match'],
    exposeHeaders: ['ETag', 'Retry-After'],
    maxAge: PREFLIGHT_SECONDS,
  });
  return function allowOrigin(context, next) {
    // An OPTIONS that is no preflight asks which methods there are.
    const { method } = context.req;
    const asks = method === 'OPTIONS' && context.req.header('access-control-request-method') === undefined;
    return asks ? next() : allow(context, next);
  };
}
