import test from 'ava';
import { GatewayError } from '../../src/gateway/gateway-error.js';
import { limitBatches } from '../../src/gateway/limit-batches.js';

/** Batches that end when they are told to. */
function start() {
  const takeTurn = limitBatches();
  const begun: { readonly ids: number; readonly end: () => void }[] = [];
  const read = (ids: number) =>
    takeTurn(
      ids,
      () =>
        new Promise<number>((resolve) =>
          begun.push({
            ids,
            end: () => {
              resolve(ids);
            },
          }),
        ),
    );
  return { takeTurn, read, begun, idsBegun: () => begun.map(({ ids }) => ids) };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('four of the largest batches are under way at once, and the next begins when one ends', async (t) => {
  const { read, begun, idsBegun } = start();
  const reads = [100, 100, 100, 100, 99, 98].map(read);
  await settle();
  t.deepEqual(idsBegun(), [100, 100, 100, 100]);
  begun[2]?.end();
  t.is(await reads[2], 100);
  await settle();
  t.deepEqual(idsBegun(), [100, 100, 100, 100, 99]);
});

test('small batches do not wait for one another, and a batch that is too large by itself is read', async (t) => {
  const { read, idsBegun, begun } = start();
  void read(1000);
  await settle();
  t.deepEqual(idsBegun(), [1000]);
  const small = Array.from({ length: 100 }, () => read(2));
  begun[0]?.end();
  await settle();
  t.is(idsBegun().length, 101);
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
