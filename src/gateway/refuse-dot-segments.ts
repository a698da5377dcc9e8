import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { pathAmbiguous } from './gateway-error.js';

/** A segment that is `.` or `..`, with its dots as they are or percent-encoded. */
const DOT_SEGMENT = /[/\\](?:\.|%2e){1,2}(?=[/\\]|$)/i;

/**
 * Refuses a path with a segment `.` or `..`. Whatever makes a URL of it resolves that, and what was sent for the membership
 * of a user `..` would be written to the organization.
 */
export function refuseDotSegments(): MiddlewareHandler {
  return function refuseDotSegment(context, next) {
    // As it came: the path of the context is resolved already.
    const target = (context.env as Partial<HttpBindings>).incoming?.url ?? context.req.path;
    const [path = ''] = target.split(/[?#]/, 1);
    if (DOT_SEGMENT.test(path)) throw pathAmbiguous();
    return next();
  };
}
