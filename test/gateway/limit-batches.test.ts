import test from 'ava';
import { GatewayError } from '../../src/gateway/gateway-error.js';
import { limitBatches } from '../../src/gateway/limit-batches.js';
import { silentLog } from '../../src/telemetry/log.js';

/** Batches that end when they are told to. */
function start() {
  const takeTurn = limitBatches(silentLog, 'batches');
  const begun: { readonly records: number; readonly end: () => void }[] = [];
  const read = (records: number, { signal } = new AbortController()) =>
    takeTurn(
      records,
      signal,
      () =>
        new Promise<number>((resolve) =>
          begun.push({
            records,
            end: () => {
              resolve(records);
            },
          }),
        ),
    );
  return { takeTurn, read, begun, begunSizes: () => begun.map(({ records }) => records) };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('four of the largest batches are under way at once, and the next begins when one ends', async (t) => {
  const { read, begun, begunSizes } = start();
  const reads = [100, 100, 100, 100, 99, 98].map((records) => read(records));
  await settle();
  t.deepEqual(begunSizes(), [100, 100, 100, 100]);
  begun[2]?.end();
  t.is(await reads[2], 100);
  await settle();
  t.deepEqual(begunSizes(), [100, 100, 100, 100, 99]);
});

test('small batches do not wait for one another, and a batch that is too large by itself is read', async (t) => {
  const { read, begunSizes, begun } = start();
  void read(1000);
  await settle();
  t.deepEqual(begunSizes(), [1000]);
  const small = Array.from({ length: 100 }, () => read(2));
  begun[0]?.end();
  await settle();
  t.is(begunSizes().length, 101);
  t.is(small.length, 100);
});

test('a batch that fails gives its turn on', async (t) => {
  const { takeTurn } = start();
  for (let round = 0; round < 10; round += 1) {
    await t.throwsAsync(
      takeTurn(400, new AbortController().signal, () => Promise.reject(new Error('refused'))),
      { message: 'refused' },
    );
  }
});

test('where hundreds wait, one more is told when to come again', async (t) => {
  const { read, begun } = start();
  const reads = Array.from({ length: 204 }, () => read(100));
  const error = await t.throwsAsync(read(1), { instanceOf: GatewayError });
  t.like(error.toHeaders(), { 'retry-after': '1' });
  t.is(error.status, 503);
  for (let ended = 0; ended < reads.length; ended += 1) {
    while (begun.length <= ended) await settle();
    begun[ended]?.end();
  }
  t.is((await Promise.all(reads)).length, 204);
});

test('who leaves while it waits leaves room for another, and is not read', async (t) => {
  const { read, begun, begunSizes } = start();
  const first = read(400);
  const leaving = new AbortController();
  const left = Array.from({ length: 200 }, () => read(99, leaving));
  leaving.abort();
  for (const { status } of await Promise.allSettled(left)) t.is(status, 'rejected');
  const last = read(98);
  begun[0]?.end();
  t.is(await first, 400);
  await settle();
  begun[1]?.end();
  t.is(await last, 98);
  t.deepEqual(begunSizes(), [400, 98]);
});

test('a large batch that leaves lets the smaller ones behind it begin', async (t) => {
  const { read, begunSizes } = start();
  void read(100);
  const leaving = new AbortController();
  const large = read(400, leaving);
  void read(100);
  await settle();
  t.deepEqual(begunSizes(), [100]);
  leaving.abort();
  await t.throwsAsync(large, { instanceOf: GatewayError, message: 'The request was cancelled' });
  await settle();
  t.deepEqual(begunSizes(), [100, 100]);
});
