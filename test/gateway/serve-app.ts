import type { ServerResponse } from 'node:http';
import type { ExecutionContext } from 'ava';
import { Hono } from 'hono';
import { makeLimits, type GatewayLimits } from '../../src/gateway/limits.js';
import { serveGateway } from '../../src/gateway/serve-gateway.js';
import { createLog } from '../../src/telemetry/log.js';

/** An app that answers when it is told to, behind the gateway's door. */
export interface ServedApp {
  readonly url: string;
  /** All that was logged. */
  readonly log: () => string;
  /** The paths that the app was asked for, in their order, since somebody emptied it. */
  readonly begun: string[];
  /** Answers the oldest request for `/slow` that waits; waits for one if there is none. */
  readonly answer: () => Promise<void>;
}

/** What `/large` answers with: more than the system takes from a server whose visitor reads nothing. */
export const LARGE = 'x'.repeat(8 * 1024 * 1024);

/**
 * Serves an app until the test ends: `GET /` answers at once, `GET /large` with 8 MiB, `PUT /` once the body has come, and `GET /slow`
 * when it is told to.
 */
export async function serveApp(t: ExecutionContext, limits: Partial<GatewayLimits> = {}): Promise<ServedApp> {
  const slow: (() => void)[] = [];
  const asked: (() => void)[] = [];
  const app = new Hono<{ Bindings: { outgoing: ServerResponse } }>();
  const headers = { 'content-type': 'text/plain' };
  const begun: string[] = [];
  app.use((context, next) => {
    begun.push(context.req.path);
    return next();
  });
  app.get('/', () => new Response('answered', { headers }));
  app.get('/healthz', () => new Response('ok', { headers }));
  app.get('/large', () => new Response(LARGE, { headers }));
  app.put('/', async (context) => new Response(`read ${(await context.req.arrayBuffer()).byteLength}`, { headers }));
  app.get('/slow', async () => {
    await new Promise<void>((resolve) => {
      slow.push(resolve);
      asked.shift()?.();
    });
    return new Response('answered late', { headers });
  });
  app.onError(() => new Response('failed', { status: 500, headers }));

  let log = '';
  const destination = { write: (line: string) => void (log += line) };
  const gateway = await serveGateway(
    app as unknown as Hono,
    { host: '127.0.0.1', port: 0 },
    {
      limits: { ...makeLimits(100), ...limits },
      allowOrigin: undefined,
      log: await createLog({ level: 'info', pretty: false, destination }),
    },
  );
  t.teardown(() => gateway.drain(0));
  return {
    url: `http://${gateway.address}`,
    log: () => log,
    begun,
    async answer() {
      if (slow.length === 0) await new Promise<void>((resolve) => asked.push(resolve));
      slow.shift()?.();
    },
  };
}
