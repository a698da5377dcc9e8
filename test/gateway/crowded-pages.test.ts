import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { startGateway } from './start-gateway.js';

const ORIGIN = 'https://pages.example';
const PATH = '/v1/organizations/org_1/public-metadata';

/** Starts a gateway whose every request is taken: it may have 160 files open, and its service never answers. */
async function startCrowded(t: ExecutionContext, origins: string): Promise<string> {
  const service = createServer().listen(0, '127.0.0.1');
  t.teardown(() => service.close());
  await once(service, 'listening');
  const { url } = await startGateway(
    t,
    {
      ORGMETA_UPSTREAM: `127.0.0.1:${(service.address() as AddressInfo).port}`,
      ORGMETA_UPSTREAM_TIMEOUT_SECONDS: '60',
      ORGMETA_GATEWAY_CORS_ORIGINS: origins,
    },
    160,
  );
  const leaving = new AbortController();
  t.teardown(() => {
    leaving.abort();
  });
  const crowd = Array.from({ length: 80 }, () => fetch(url + PATH, { signal: leaving.signal }));
  for (const visit of crowd) visit.catch(() => undefined);
  // Only who is refused is answered.
  t.is((await Promise.race(crowd)).status, 503);
  return url;
}

test('a page of an allowed origin reads that a crowded gateway refuses it, and when to come again', async (t) => {
  const url = await startCrowded(t, ORIGIN);
  const refused = await fetch(`${url}${PATH}?a=b`, { headers: { origin: ORIGIN } });
  t.is(refused.status, 503);
  t.is(refused.headers.get('retry-after'), '1');
  t.is(refused.headers.get('access-control-allow-origin'), ORIGIN);
  t.regex(refused.headers.get('access-control-expose-headers') ?? '', /Retry-After/);
  t.is(refused.headers.get('vary'), 'Origin');
});

test('a preflight is answered in a crowd too: refused, its page would not learn why', async (t) => {
  const url = await startCrowded(t, '*');
  const asks = { origin: ORIGIN, 'access-control-request-method': 'GET' };
  const preflight = await fetch(url + PATH, { method: 'OPTIONS', headers: asks });
  t.is(preflight.status, 204);
  t.is(preflight.headers.get('access-control-allow-origin'), '*');
  t.is(preflight.headers.get('access-control-allow-headers'), 'Authorization,If-None-Match');
  t.is(preflight.headers.get('vary'), null);
  const other = await fetch(url + PATH, { method: 'OPTIONS', headers: { origin: ORIGIN } });
  t.is(other.status, 503);
});

test('a page of another origin is not let read a refusal, nor is any page that of a route for backends', async (t) => {
  const url = await startCrowded(t, ORIGIN);
  for (const [origin, path] of [
    ['https://other.example', PATH],
    [ORIGIN, '/v1/organizations/org_1'],
    [ORIGIN, '/v1/organizations/org_1/memberships'],
  ] as const) {
    const asks = { origin, 'access-control-request-method': 'GET' };
    for (const [method, headers] of [
      ['GET', { origin }],
      ['OPTIONS', asks],
    ] as const) {
      const refused = await fetch(url + path, { method, headers });
      t.is(refused.headers.get('access-control-allow-origin'), null, `${method} ${path}`);
      t.is(refused.headers.get('access-control-allow-methods'), null, `${method} ${path}`);
    }
  }
});
