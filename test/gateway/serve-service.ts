import type { ExecutionContext } from 'ava';
import { createApp } from '../../src/gateway/create-app.js';
import { createRoutes } from '../../src/gateway/create-routes.js';
import { makeLimits } from '../../src/gateway/limits.js';
import { serveGateway, type RunningGateway } from '../../src/gateway/serve-gateway.js';
import { openUpstream, type Upstream } from '../../src/gateway/upstream.js';
import { createLog } from '../../src/telemetry/log.js';

/** A gateway in this process. */
export interface ServedService {
  readonly gateway: RunningGateway;
  /** Where it listens: `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** All that was logged. */
  readonly log: () => string;
}

/** Opens the way to a service until the test ends. */
export function openFor(t: ExecutionContext, address: string, timeoutMs = 30_000): Upstream {
  const upstream = openUpstream({ address, timeoutMs });
  t.teardown(() => {
    upstream.close();
  });
  return upstream;
}

/**
 * Serves a gateway without a key for a service, until the test ends.
 *
 * @param connections how many it may have open
 */
export async function serveService(
  t: ExecutionContext,
  address: string,
  { timeoutMs, connections = 100 }: { readonly timeoutMs?: number; readonly connections?: number } = {},
): Promise<ServedService> {
  const upstream = openFor(t, address, timeoutMs);
  let logged = '';
  const destination = { write: (line: string) => void (logged += line) };
  const log = await createLog({ level: 'info', pretty: false, destination });
  const routes = createRoutes({ upstream, gatewayKey: undefined, maxAgeSeconds: 0, log });
  const app = createApp({ upstream, routes, allowOrigin: undefined, version: '0', log });
  const options = { limits: makeLimits(connections), allowOrigin: undefined, log };
  const gateway = await serveGateway(app, { host: '127.0.0.1', port: 0 }, options);
  t.teardown(() => gateway.drain(0));
  return { gateway, url: `http://${gateway.address}`, log: () => logged };
}
