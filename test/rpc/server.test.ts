import { status } from '@grpc/grpc-js';
import test from 'ava';
import { OrgmetaError } from '../../src/domain/errors.js';
import { connectRaw, frame, readToEnd } from './raw-call.js';
import { serveStore, storeWith } from './serve-store.js';

const READ = ['getOrganizationMetadata', { organizationId: 'org-canary' }, { key: 'any' }] as const;

test('a bug is INTERNAL: its words go to the log and none to the caller', async (t) => {
  const { client, log } = await serveStore(
    t,
    storeWith({ get: () => Promise.reject(Object.assign(new Error('the inside'), { code: 5 })) }),
  );
  const outcome = await client.call(...READ);
  t.like(outcome, { error: { code: 'INTERNAL', detailsBytes: 0 } });
  t.notRegex(JSON.stringify(outcome), /inside/);
  t.regex(log(), /the inside/);
  t.notRegex(log(), /org-canary/);
});

test('an answer that can not be encoded is a bug, which is logged', async (t) => {
  const { client, log } = await serveStore(
    t,
    storeWith({
      getMany: () =>
        Promise.resolve([{ publicMetadata: { bytes: [], bad: undefined }, privateMetadata: { bytes: [] } } as never]),
    }),
  );
  const outcome = await client.call('batchGetOrganizationMetadata', { organizationIds: ['a'] }, { key: 'any' });
  t.like(outcome, { error: { code: 'INTERNAL', detailsBytes: 0 } });
  t.regex(log(), /call failed: a bug/);
});

test('a compressed request is refused, told what is understood, and logged as such', async (t) => {
  const { client, log } = await serveStore(t, storeWith({}));
  t.like(await client.call(READ[0], READ[1], { key: 'any', gzip: true }), { error: { code: 'UNIMPLEMENTED' } });
  t.regex(log(), /"code":"UNIMPLEMENTED"/);
});

test('a store that throws and not rejects is a bug like any other, and the server goes on', async (t) => {
  const { client } = await serveStore(
    t,
    storeWith({
      get: () => {
        throw new TypeError('thrown');
      },
      getMany: () => Promise.resolve([undefined]),
    }),
  );
  t.like(await client.call(...READ), { error: { code: 'INTERNAL' } });
  const batch = await client.call('batchGetOrganizationMetadata', { organizationIds: ['a'] }, { key: 'any' });
  t.like(batch, { answer: { missing: ['a'] } });
});

test('a store that is down is UNAVAILABLE with the time to come back, and its cause is logged', async (t) => {
  const cause = new Error('ECONNREFUSED');
  const { client, log } = await serveStore(
    t,
    storeWith({ get: () => Promise.reject(new OrgmetaError('STORE_UNAVAILABLE', 'down', {}, { cause })) }),
  );
  t.like(await client.call(...READ), {
    error: { code: 'UNAVAILABLE', reason: 'STORE_UNAVAILABLE', retryAfterSeconds: 1 },
  });
  t.regex(log(), /ECONNREFUSED/);
});

test('a deadline is kept also when the store hangs, and the log says so', async (t) => {
  const { client, log } = await serveStore(
    t,
    storeWith({ get: () => new Promise(() => undefined), getMany: () => Promise.resolve([undefined]) }),
  );
  // Connects first: the time that this takes is not the call's.
  await client.call('batchGetOrganizationMetadata', { organizationIds: ['a'] }, { key: 'any' });
  const started = Date.now();
  const outcome = await client.call(READ[0], READ[1], { key: 'any', deadline: started + 1000 });
  t.like(outcome, { error: { code: 'DEADLINE_EXCEEDED' } });
  t.true(Date.now() - started >= 999);
  // A caller far ahead of this process cancels before the deadline has passed here.
  const line = /"rpc":"\/orgmeta.v1.BackendMetadata\/GetOrganizationMetadata","code":"(DEADLINE_EXCEEDED|CANCELLED)"/;
  while (!line.test(log())) await new Promise((resolve) => setTimeout(resolve, 10));
  t.regex(log(), line);
});

for (const { title, headers, body, code } of [
  { title: 'is too large', headers: {}, body: frame(new Uint8Array(300_000)), code: status.RESOURCE_EXHAUSTED },
  {
    title: 'has a malformed timeout',
    headers: { 'grpc-timeout': 'soon' },
    body: Buffer.of(),
    code: status.INTERNAL,
  },
]) {
  test(`a call that ${title} is logged with the code that its caller got`, async (t) => {
    const { address, log } = await serveStore(t, storeWith({}));
    const call = connectRaw(t, address).call('/orgmeta.v1.BackendMetadata/GetOrganizationMetadata', headers);
    call.end(body);
    t.is((await readToEnd(call)).status, String(code));
    while (!log().includes('"msg":"call"')) await new Promise((resolve) => setTimeout(resolve, 10));
    const [line = ''] = log()
      .split('\n')
      .filter((each) => each.includes('"msg":"call"'));
    t.like(JSON.parse(line), { level: 'info', code: status[code] });
  });
}

for (const { title, path, named } of [
  {
    title: 'one of another listener, is told of in the log by its name',
    path: '/orgmeta.v1.BackendMetadata/GetOrganizationMetadata',
    named: '/orgmeta.v1.BackendMetadata/GetOrganizationMetadata',
  },
  { title: 'which may be anything, is told of in the log without its name', path: '/no.such/Canary', named: 'unknown' },
]) {
  test(`a call whose rpc is not served, ${title}`, async (t) => {
    const { server, log } = await serveStore(t, storeWith({}));
    const stream = connectRaw(t, await server.listen('127.0.0.1:0', 'frontend')).call(path);
    stream.end(frame(Buffer.of()));
    t.is((await readToEnd(stream)).status, String(status.UNIMPLEMENTED));
    const lines = log()
      .split('\n')
      .filter((line) => line.includes('their rpc is not served here'));
    t.is(lines.length, 1);
    t.like(JSON.parse(lines[0] ?? ''), { level: 'info', count: 1, rpc: named });
    t.regex(lines[0] ?? '', /"peer":"127.0.0.1:\d+"/);
    t.notRegex(log(), /Canary/);
  });
}

test('calls whose headers are too long are told of in the log', async (t) => {
  const { address, log } = await serveStore(t, storeWith({}));
  const stream = connectRaw(t, address).call('/orgmeta.v1.BackendMetadata/GetOrganizationMetadata', {
    'x-canary': 'c'.repeat(17_000),
  });
  stream.end(frame(Buffer.of()));
  t.is((await readToEnd(stream)).status, String(status.RESOURCE_EXHAUSTED));
  t.regex(
    log(),
    /"count":1,"limit":16384,"peer":"127.0.0.1:\d+","msg":"calls were refused: their headers are too long"/,
  );
});

test('a caller that is refused for its role is named in the log', async (t) => {
  const authenticate = () => ({ role: 'frontend', organizations: undefined, credentialId: 'key_curious' }) as const;
  const { client, log } = await serveStore(t, storeWith({}), { authenticate });
  t.like(await client.call(...READ), { error: { reason: 'ROLE_NOT_ALLOWED' } });
  t.regex(log(), /"reason":"ROLE_NOT_ALLOWED","credential_id":"key_curious"/);
});

test('every error reaches the log once: a refusal as info, a fault as warning, a success at debug', async (t) => {
  const { client, log } = await serveStore(
    t,
    storeWith({ get: () => Promise.resolve(undefined), getMany: () => Promise.resolve([undefined]) }),
  );
  await client.call(...READ);
  await client.call('batchGetOrganizationMetadata', { organizationIds: ['a'] }, { key: 'any' });
  const calls = log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg === 'call')
    .map(({ level, code, reason, credential_id }) => ({ level, code, reason, credential_id }));
  t.deepEqual(calls, [
    { level: 'info', code: 'NOT_FOUND', reason: 'METADATA_NOT_FOUND', credential_id: 'key_test' },
    { level: 'debug', code: 'OK', reason: undefined, credential_id: 'key_test' },
  ]);
});
