import test from 'ava';
import { GatewayError } from '../../src/gateway/gateway-error.js';
import { limitBatches } from '../../src/gateway/limit-batches.js';
import { silentLog } from '../../src/telemetry/log.js';

/** Batches that end when they are told to. */
function start() {
  const takeTurn = limitBatches(silentLog, 'batches');
  const begun: { readonly records: number; readonly end: () => void }[] = [];
  const read = (records: number) =>
    takeTurn(
      records,
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
  const reads = [100, 100, 100, 100, 99, 98].map(read);
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
      takeTurn(400, () => Promise.reject(new Error('refused'))),
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
