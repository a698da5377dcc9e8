import { once } from 'node:events';
import test, { type ExecutionContext } from 'ava';
import { ANONYMOUS, type Caller } from '../../src/auth/caller.js';
import type { ServerOptions } from '../../src/rpc/server.js';
import { field } from '../e2e/raw.js';
import { connectRaw, frame, readToEnd } from './raw-call.js';
import { serveStore, storeWith } from './serve-store.js';

/** So slow that no test lives to see a call come back. */
const THREE = { callsPerSecond: 0.001, burst: 3 };
const READ = ['batchGetOrganizationMetadata', { organizationIds: ['a'] }] as const;
const PUBLIC_PATH = '/orgmeta.v1.FrontendMetadata/BatchGetOrganizationPublicMetadata';

/** Serves callers whose credential is their name. */
function serve(t: ExecutionContext, options: Partial<ServerOptions> = {}) {
  const none = () => Promise.resolve([undefined]);
  return serveStore(t, storeWith({ getMany: none, getManyPublic: none }), {
    authenticate: (authorization): Caller => ({
      role: authorization.includes('backend') ? 'backend' : 'frontend',
      organizations: undefined,
      credentialId: authorization.slice('Bearer '.length),
    }),
    rateLimit: THREE,
    ...options,
  });
}

test('a credential over its limit is refused with the time to come back, and others go on', async (t) => {
  const { client, log } = await serve(t);
  for (let n = 0; n < 3; n += 1) t.true('answer' in (await client.call(...READ, { key: 'backend-1' })));
  const refused = await client.call(...READ, { key: 'backend-1' });
  t.like(refused, {
    error: {
      code: 'RESOURCE_EXHAUSTED',
      reason: 'RATE_LIMITED',
      metadata: { calls_per_second: '0.001', burst: '3' },
    },
  });
  const seconds = 'error' in refused ? (refused.error.retryAfterSeconds ?? 0) : 0;
  t.true(seconds > 900 && seconds <= 1000, `${seconds}`);
  t.true('answer' in (await client.call(...READ, { key: 'backend-2' })));
  t.regex(log(), /"level":"info".*"code":"RESOURCE_EXHAUSTED","reason":"RATE_LIMITED","credential_id":"backend-1"/);
});

test('a caller over the limit is refused when its headers arrive, and its message is never read', async (t) => {
  const { address } = await serve(t);
  const { call } = connectRaw(t, address);
  const request = frame(field(1, 'a'));
  for (let n = 0; n < 3; n += 1) {
    const stream = call(PUBLIC_PATH);
    stream.end(request);
    t.like(await readToEnd(stream), { status: '0' });
  }
  const stream = call(PUBLIC_PATH);
  // The rest never comes.
  stream.write(request.subarray(0, 3));
  const [headers] = (await once(stream, 'response')) as [Record<string, string>];
  t.is(headers['grpc-status'], '8');
});

test('callers without a credential share the limit of their address', async (t) => {
  const { client, address } = await serve(t, { anonymousFrontend: true });
  const { call } = connectRaw(t, address);
  for (let n = 0; n < 3; n += 1) {
    t.true('answer' in (await client.call('batchGetOrganizationPublicMetadata', { organizationIds: ['a'] })));
  }
  const other = call(PUBLIC_PATH, { authorization: 'Bearer somebody' });
  other.end(frame(field(1, 'a')));
  t.like(await readToEnd(other), { status: '0' });
  t.like(await client.call('batchGetOrganizationPublicMetadata', { organizationIds: ['a'] }), {
    error: { reason: 'RATE_LIMITED' },
  });
});

test('a credential that happens to be named as callers without one are is not counted with them', async (t) => {
  const { client } = await serve(t, { anonymousFrontend: true });
  const request = { organizationIds: ['a'] };
  for (let n = 0; n < 4; n += 1) await client.call('batchGetOrganizationPublicMetadata', request);
  const named = await client.call('batchGetOrganizationPublicMetadata', request, { key: ANONYMOUS.credentialId });
  t.true('answer' in named);
});

test('a call that its role forbids is refused for that, and not counted', async (t) => {
  const { client } = await serve(t);
  for (let n = 0; n < 5; n += 1) {
    t.like(await client.call(...READ, { key: 'somebody' }), { error: { reason: 'ROLE_NOT_ALLOWED' } });
  }
  const read = await client.call('batchGetOrganizationPublicMetadata', { organizationIds: ['a'] }, { key: 'somebody' });
  t.true('answer' in read);
});

test('health and reflection are never refused for the rate', async (t) => {
  const { client, address } = await serve(t, { reflection: true });
  for (let n = 0; n < 5; n += 1) {
    t.is(await client.callPath('/grpc.health.v1.Health/Check', 'backend-1'), 'OK');
    const { call } = connectRaw(t, address);
    const stream = call('/grpc.reflection.v1.ServerReflection/ServerReflectionInfo');
    stream.end(frame(field(7, '*')));
    t.like(await readToEnd(stream), { status: '0' });
  }
});
