import { setTimeout as delay } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { GatewayError } from '../../src/gateway/gateway-error.js';
import { readTogether } from '../../src/gateway/read-together.js';
import { openUpstream, type Upstream } from '../../src/gateway/upstream.js';
import { orgmeta } from '../e2e/service.js';
import { startForClient } from '../clients/start-for-client.js';

/**
 * Reads of a real service, with what it was asked.
 *
 * @param before is waited for before each call, by its credential
 */
async function start(t: ExecutionContext, before?: (authorization: string | undefined) => Promise<void>) {
  const { service, dataDir, backend, frontendKey } = await startForClient(t);
  const scopedKey = await orgmeta(
    ...['keys', 'create', '--role', 'frontend', '--organization', 'org_1', '--data-dir', dataDir],
  );
  for (const id of ['org_1', 'org_2']) {
    await backend.organizations.updateOrganizationMetadata(id, { publicMetadata: { id } });
  }
  const real = openUpstream({ address: service.address, timeoutMs: 10_000 });
  t.teardown(() => {
    real.close();
  });
  const asked: string[] = [];
  const upstream: Upstream = {
    ...real,
    call: async (method, request, options) => {
      await before?.(options.authorization);
      asked.push(method.path.replace(/.*\//, ''));
      return real.call(method, request, options);
    },
  };
  const reads = readTogether(upstream);
  const read = async (organizationId: string, key = frontendKey, signal = new AbortController().signal) => {
    try {
      return (await reads({ organizationId, authorization: `Bearer ${key}`, signal })).toJson();
    } catch (error) {
      return error instanceof GatewayError ? error.status : error;
    }
  };
  // The service takes up to half a second to read its keys again.
  while ((await read('org_1', scopedKey)) === 401) await delay(20);
  asked.length = 0;
  return { read, asked, scopedKey };
}

const json = (id: string) =>
  new RegExp(`^\\{"organization_id":"${id}","public_metadata":\\{"id":"${id}"\\},"update_time":"`);
const BATCH = 'BatchGetOrganizationPublicMetadata';
const GET = 'GetOrganizationPublicMetadata';

test('reads of one moment are one call, and a read alone is a call of its own', async (t) => {
  const { read, asked } = await start(t);
  const answers = await Promise.all(['org_1', 'org_2', 'org_1'].map((id) => read(id)));
  for (const [index, id] of ['org_1', 'org_2', 'org_1'].entries()) t.regex(String(answers[index]), json(id));
  t.deepEqual(asked, [BATCH]);
  t.regex(String(await read('org_2')), json('org_2'));
  t.deepEqual(asked, [BATCH, GET]);
});

test('each visitor gets the answer that is theirs: what is missing, malformed or not allowed harms no other', async (t) => {
  const { read, asked, scopedKey } = await start(t);
  const missing = await Promise.all([read('org_1'), read('nobody')]);
  t.regex(String(missing[0]), json('org_1'));
  t.is(missing[1], 404);
  t.deepEqual(asked.splice(0), [BATCH, GET]);

  const malformed = await Promise.all([read('org_1'), read('a/b'), read('org_2')]);
  t.regex(String(malformed[0]), json('org_1'));
  t.is(malformed[1], 400);
  t.regex(String(malformed[2]), json('org_2'));
  t.deepEqual(asked.splice(0), [BATCH, GET, GET, GET]);

  const scoped = await Promise.all([read('org_1', scopedKey), read('org_2', scopedKey), read('org_2')]);
  t.regex(String(scoped[0]), json('org_1'));
  t.is(scoped[1], 403);
  t.regex(String(scoped[2]), json('org_2'));
});

test('credentials never travel together', async (t) => {
  const { read, asked } = await start(t);
  const unknown = `om_pk_${'a'.repeat(49)}`;
  const answers = await Promise.all([read('org_1'), read('org_1', unknown), read('org_2'), read('org_2', unknown)]);
  t.regex(String(answers[0]), json('org_1'));
  t.regex(String(answers[2]), json('org_2'));
  t.deepEqual([answers[1], answers[3]], [401, 401]);
  t.deepEqual(asked, [BATCH, BATCH]);
});

test('a call that takes long holds up no read of another credential', async (t) => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const slow = 'om_pk_slow';
  const { read } = await start(t, (authorization) =>
    authorization === `Bearer ${slow}` ? released : Promise.resolve(),
  );
  const held = [read('org_1', slow), read('org_2', slow)];
  t.regex(String((await Promise.all([read('org_1'), read('org_2')]))[0]), json('org_1'));
  release();
  t.deepEqual(await Promise.all(held), [401, 401]);
});

test('a call that several wait for goes on while one of them does, and ends with the last', async (t) => {
  const { read } = await start(t);
  const [first, second] = [new AbortController(), new AbortController()];
  const reading = [read('org_1', undefined, first.signal), read('org_2', undefined, second.signal)];
  first.abort();
  t.regex(String((await Promise.all(reading))[1]), json('org_2'));
  const both = [read('org_1', undefined, AbortSignal.abort()), read('org_2', undefined, AbortSignal.abort())];
  t.deepEqual(await Promise.all(both), [499, 499]);
});
