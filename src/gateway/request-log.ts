import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Log } from '../telemetry/log.js';
import { gatewayBusy } from './gateway-error.js';

/**
 * Logs how each request ended: a fault as a warning, a refusal as info, a success at debug, and there too what was refused because too
 * many came, which is counted elsewhere. A line names the method, the
 * route and not the path, the status, the duration, the peer and, of a fault, what the connection to the service says of it;
 * never an id, a query, a header or what a body holds.
 */
export function requestLog(log: Log): MiddlewareHandler {
  return async function logRequest(context, next) {
    const startTime = performance.now();
    await next();
    const { status } = context.res;
    const level = levelOf(status, context.error);
    if (!log.isLevelEnabled(level)) return;
    const line = {
      method: context.req.method,
      route: routePath(context, -1),
      status,
      duration_ms: Math.round((performance.now() - startTime) * 1000) / 1000,
      cause: level === 'warn' && typeof context.error?.cause === 'string' ? context.error.cause : undefined,
      peer: (context.env as Partial<HttpBindings>).incoming?.socket.remoteAddress,
    };
    log[level](line, 'request');
  };
}

function levelOf(status: number, error: Error | undefined): 'warn' | 'info' | 'debug' {
  // Counted where it was refused.
  if (error === gatewayBusy()) return 'debug';
  // A visitor who has left, which is 499, gets none of it.
  if (status >= 500) return 'warn';
  return status >= 400 ? 'info' : 'debug';
}
