import { once } from 'node:events';
import { constants } from 'node:http2';
import { setTimeout as delay } from 'node:timers/promises';
import test from 'ava';
import { field } from '../e2e/raw.js';
import { connectRaw, frame, readToEnd } from './raw-call.js';
import { serveStore, storeWith } from './serve-store.js';

const GET = '/orgmeta.v1.BackendMetadata/GetOrganizationMetadata';
const BATCH_GET = '/orgmeta.v1.BackendMetadata/BatchGetOrganizationMetadata';
const REQUEST = frame(field(1, 'org'));
const never = () => new Promise<never>(() => undefined);
const limits = { callMs: 200 };

test('a call that takes longer than the limit is ended as DEADLINE_EXCEEDED, and the log says so', async (t) => {
  const { address, log } = await serveStore(t, storeWith({ get: never }), { limits });
  const stream = connectRaw(t, address).call(GET);
  stream.end(REQUEST);
  t.like(await readToEnd(stream), {
    status: '4',
    message: 'the call took longer than 0.2 s, which is the most that a call may take',
  });
  t.regex(log(), /"rpc":"\/orgmeta.v1.BackendMetadata\/GetOrganizationMetadata".*a call was ended that took too long/);
});

test('a call whose request never comes whole is ended, and holds no stream any more', async (t) => {
  const { address } = await serveStore(t, storeWith({}), { limits });
  const stream = connectRaw(t, address).call(GET);
  stream.write(REQUEST.subarray(0, 6));
  t.like(await readToEnd(stream), { status: '4' });
});

test('an answer that its caller does not read is let go at the limit', async (t) => {
  const { address } = await serveStore(t, storeWith({ getMany: () => Promise.resolve([undefined]) }), { limits });
  const stream = connectRaw(t, address, 0).call(BATCH_GET);
  stream.end(REQUEST);
  t.like(await readToEnd(stream), { status: undefined, resetCode: constants.NGHTTP2_CANCEL, bytes: 0 });
});

test('a Watch of health outlasts the limit', async (t) => {
  const { address, log } = await serveStore(t, storeWith({ get: never }), { limits });
  const { call } = connectRaw(t, address);
  const watch = call('/grpc.health.v1.Health/Watch');
  watch.end(frame(Buffer.alloc(0)));
  await once(watch, 'data');
  const slow = call(GET);
  slow.end(REQUEST);
  await readToEnd(slow);
  await delay(limits.callMs);
  t.false(watch.closed);
  t.notRegex(log(), /Watch/);
});

test('a call that is done in time is left alone, and so are those after a pause', async (t) => {
  const { client, log } = await serveStore(t, storeWith({ getMany: () => Promise.resolve([undefined]) }), { limits });
  for (let round = 0; round < 3; round += 1) {
    const outcome = await client.call('batchGetOrganizationMetadata', { organizationIds: ['a'] }, { key: 'any' });
    t.like(outcome, { answer: { missing: ['a'] } });
    await delay(limits.callMs);
  }
  t.notRegex(log(), /took too long/);
});
