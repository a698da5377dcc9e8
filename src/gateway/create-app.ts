import { Hono } from 'hono';
import type { Log } from '../telemetry/log.js';
import type { AllowOrigin } from './allow-origins.js';
import { answerError } from './answer-error.js';
import { notServed } from './clerk-error.js';
import { methodNotAllowed, routeNotFound } from './gateway-error.js';
import { limitBody } from './limit-body.js';
import { makeOpenapiDocument } from './openapi-document.js';
import { refuseDotSegments } from './refuse-dot-segments.js';
import { requestLog } from './request-log.js';
import type { Route } from './route.js';
import { shareAnswers } from './share-answers.js';
import type { Upstream } from './upstream.js';

/** What a gateway is made of. */
export interface AppOptions {
  readonly upstream: Upstream;
  /** All that is served under /v1. */
  readonly routes: readonly Route[];
  /** Undefined if no page of another origin may read. */
  readonly allowOrigin: AllowOrigin | undefined;
  /** The version of the package, for `/openapi.json`. */
  readonly version: string;
  readonly log: Log;
}

/** Makes the HTTP face of the service. It keeps no state: what it answers with, it has asked the upstream for. */
export function createApp({ upstream, routes, allowOrigin, version, log }: AppOptions): Hono {
  const app = new Hono();

  // First, so that whatever ends a request is logged.
  app.use(requestLog(log));
  // Whatever is thrown from here on becomes an answer in Clerk's shape, and a bug one without a word of it.
  app.onError((error, context) => answerError(error, context, log));
  // What else Clerk's SDK may ask for is told in words of its own.
  app.notFound((context) =>
    answerError(context.req.path.startsWith('/v1/') ? notServed() : routeNotFound(), context, log),
  );

  // Before anything looks at the path.
  app.use(refuseDotSegments());

  // Before the routes, since a preflight asks for none of them.
  if (allowOrigin !== undefined) app.use(shareAnswers(allowOrigin));

  // The process lives; nothing else is asked.
  app.get('/healthz', (context) => context.body('{"status":"ok"}', 200, UNCACHED_JSON));
  // Whether requests can be answered: the service is there, and its store answers.
  app.get('/readyz', async (context) => {
    const ready = await upstream.isServing();
    return context.body(`{"status":"${ready ? 'ok' : 'unavailable'}"}`, ready ? 200 : 503, UNCACHED_JSON);
  });
  const document = JSON.stringify(makeOpenapiDocument(routes, version));
  app.get('/openapi.json', (context) => context.body(document, 200, UNCACHED_JSON));

  for (const { method, path, handle } of routes) {
    // A body is measured before the route reads it.
    if (method !== 'get') app.on(method.toUpperCase(), toRouterPath(path), limitBody());
    app.on(method.toUpperCase(), toRouterPath(path), handle);
  }

  // Last, for the methods that no route has taken.
  for (const [path, allow] of allowedMethods(routes)) {
    app.options(toRouterPath(path), (context) => context.body(null, 204, { allow }));
    const isClerks = routes.some((route) => route.path === path && route.isClerks === true);
    app.all(toRouterPath(path), () => {
      throw isClerks ? notServed() : methodNotAllowed(allow);
    });
  }
  return app;
}

const UNCACHED_JSON = { 'content-type': 'application/json', 'cache-control': 'no-store' };

/** `/a/{b}` as Hono writes it: `/a/:b`. */
function toRouterPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function allowedMethods(routes: readonly Route[]): Map<string, string> {
  const paths = new Map<string, string[]>(
    ['/healthz', '/readyz', '/openapi.json', ...routes.map(({ path }) => path)].map((path) => [path, []]),
  );
  for (const { method, path } of routes) paths.get(path)?.push(method.toUpperCase());
  return new Map(
    [...paths].map(([path, methods]) => {
      const own = methods.length === 0 ? ['GET'] : methods;
      return [path, [...own, ...(own.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')];
    }),
  );
}
