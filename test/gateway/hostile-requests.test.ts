import { text } from 'node:stream/consumers';
import test, { type ExecutionContext } from 'ava';
import { orgmeta } from '../e2e/service.js';
import { startForClient, type ServiceForClient } from '../clients/start-for-client.js';
import { openSocket } from './raw-http.js';
import { startGateway, type GatewayProcess } from './start-gateway.js';
import { wholeFile } from './whole-file.js';

let behind: ServiceForClient;
let gateway: GatewayProcess;

test.before(async () => {
  behind = await startForClient(wholeFile);
  await behind.backend.organizations.updateOrganizationMetadata('org_1', { publicMetadata: { plan: 'pro' } });
  gateway = await startGateway(wholeFile, {
    ORGMETA_UPSTREAM: behind.service.address,
    ORGMETA_GATEWAY_KEY: behind.frontendKey,
    ORGMETA_LOG_LEVEL: 'debug',
  });
});

/** Sends a request line and headers as they are, and gives the whole answer. */
async function send(t: ExecutionContext, requestLine: string, headers: readonly string[], body = ''): Promise<string> {
  const socket = await openSocket(t, gateway.url);
  socket.write([requestLine, ...headers, 'Connection: close', '', body].join('\r\n'), 'latin1');
  return text(socket);
}

for (const segment of ['..', '.', '%2e%2e', '.%2E', '%2e']) {
  test(`the segment ${segment} is refused and not taken for a step in the path, so that no other record is meant`, async (t) => {
    const { backendKey, backend } = behind;
    const body = '{"public_metadata":{"plan":"taken"}}';
    const headers = ['Host: a', `Authorization: Bearer ${backendKey}`, `Content-Length: ${body.length}`];
    const write = await send(
      t,
      `PATCH /v1/organizations/org_1/memberships/${segment}/metadata HTTP/1.1`,
      headers,
      body,
    );
    t.regex(write, /^HTTP\/1\.1 400 [^]*"bad_request"/);
    const read = await send(t, `GET /v1/organizations/x/${segment}/org_1/public-metadata HTTP/1.1`, ['Host: a']);
    t.regex(read, /^HTTP\/1\.1 400 /);
    t.deepEqual((await backend.organizations.getOrganizationMetadata('org_1')).publicMetadata, { plan: 'pro' });
  });
}

for (const id of ['...', '..a', '%252e%252e', '..;']) {
  test(`the id ${id} is one like any other`, async (t) => {
    const answer = await send(t, `GET /v1/organizations/${id}/public-metadata HTTP/1.1`, ['Host: a']);
    t.regex(answer, /^HTTP\/1\.1 404 /);
    t.true(answer.includes(`"organization_id":"${decodeURIComponent(id)}"`));
  });
}

test('dots in the query are no steps in the path', async (t) => {
  const answer = await send(t, 'GET /v1/public-metadata?organization_id=/../ HTTP/1.1', ['Host: a']);
  t.regex(answer, /^HTTP\/1\.1 400 [^]*"form_param_format_invalid"/);
});

test('a check by HTTP/1.0, which needs no Host, is answered', async (t) => {
  t.regex(await send(t, 'GET /healthz HTTP/1.0', []), /^HTTP\/1\.1 200 [^]*\{"status":"ok"\}$/);
});

test('visitors who come together each get what their own credential allows, and are told who may keep it', async (t) => {
  const { backend, backendKey, frontendKey, dataDir } = behind;
  await backend.organizations.updateOrganizationMetadata('org_2', { publicMetadata: { plan: 'free' } });
  const scopedKey = await orgmeta(
    ...['keys', 'create', '--role', 'frontend', '--organization', 'org_2', '--data-dir', dataDir],
  );
  const nobody = `om_pk_${'a'.repeat(49)}`;
  const visitors = [
    { key: undefined, statuses: { org_1: 200, org_2: 200 } },
    // The gateway's own.
    { key: frontendKey, statuses: { org_1: 200, org_2: 200 } },
    { key: backendKey, statuses: { org_1: 200, org_2: 200 } },
    { key: scopedKey, statuses: { org_1: 403, org_2: 200 } },
    { key: nobody, statuses: { org_1: 401, org_2: 401 } },
  ];
  const visit = async (key: string | undefined, organizationId: string, expected: number) => {
    const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
    const response = await fetch(`${gateway.url}/v1/organizations/${organizationId}/public-metadata`, { headers });
    const mayKeep = key === undefined ? 'public, max-age=0' : 'private, no-store';
    t.is(response.status, expected);
    t.is(response.headers.get('cache-control'), expected === 200 ? mayKeep : 'no-store');
    const body = (await response.json()) as { organization_id?: string };
    t.is(body.organization_id, expected === 200 ? organizationId : undefined);
  };
  // A new key is known within a second.
  const asScoped = { headers: { authorization: `Bearer ${scopedKey}` } };
  while ((await fetch(`${gateway.url}/v1/organizations/org_2/public-metadata`, asScoped)).status === 401);
  for (let round = 0; round < 20; round += 1) {
    const visits = visitors.flatMap(({ key, statuses }) =>
      Object.entries(statuses).flatMap(([id, status]) => [visit(key, id, status), visit(key, id, status)]),
    );
    await Promise.all(visits);
  }
});

test('a connection goes on after a body that was too large', async (t) => {
  const large = 'x'.repeat(256 * 1024 + 1);
  const headers = ['Host: a', `Authorization: Bearer ${behind.backendKey}`, `Content-Length: ${large.length}`];
  const socket = await openSocket(t, gateway.url);
  socket.write(['PATCH /v1/organizations/org_1/metadata HTTP/1.1', ...headers, '', large].join('\r\n'));
  socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  t.regex(await text(socket), /^HTTP\/1\.1 413 [^]*"request_too_large"[^]*HTTP\/1\.1 200 /);
});

for (const { title, target, length, body } of [
  { title: 'a length', target: 'PUT /v1/organizations/org_1/metadata', length: 'Content-Length: 100', body: '{' },
  {
    title: 'chunks',
    target: 'POST /v1/organizations/org_1/invitations',
    length: 'Transfer-Encoding: chunked',
    body: '64\r\n{',
  },
]) {
  test(`a visitor who leaves in the middle of a body with ${title} is logged as that, and not as a bug`, async (t) => {
    const socket = await openSocket(t, gateway.url);
    const headers = ['Host: a', `Authorization: Bearer ${behind.backendKey}`, length];
    socket.write([`${target} HTTP/1.1`, ...headers, '', body].join('\r\n'));
    // The gateway has begun with it once it has answered another.
    await send(t, 'GET /healthz HTTP/1.1', ['Host: a']);
    socket.destroy();
    const [method] = target.split(' ');
    const logged = () => new RegExp(`^.*"method":"${method}".*$`, 'm').exec(gateway.output())?.[0];
    while (logged() === undefined) await new Promise((resolve) => setImmediate(resolve));
    t.regex(logged() ?? '', /^\{"level":"info".*"status":499/);
    t.false(gateway.output().includes('because of a bug'));
  });
}
