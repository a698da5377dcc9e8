import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { PausedConnections } from '../../../src/rpc/streams/paused-connections.js';
import { servePaused, type PausedPair } from './serve-paused.js';

const ALWAYS = { hasRoom: () => true, ends: 2, onLetOn: () => undefined };

/** Connects so many, each of which has sent so many calls, and keeps them paused. */
async function pause(t: ExecutionContext, size: number, calls: number) {
  const connect = await servePaused(t);
  const paused = new PausedConnections();
  const pairs: PausedPair[] = [];
  for (let count = 0; count < size; count += 1) {
    const pair = await connect();
    await pair.send(calls);
    paused.add(pair.session);
    pairs.push(pair);
  }
  // All of it has come by then.
  await delay(50);
  return { paused, pairs, begun: () => pairs.map(({ streams }) => streams.length) };
}

/** Reads rounds until something is so. */
async function readUntil(paused: PausedConnections, isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await paused.readRound(ALWAYS);
    await delay(1);
  }
}

test('of each a piece is read in its turn, so that none waits for all of another', async (t) => {
  const { paused, begun } = await pause(t, 3, 200);
  await readUntil(paused, () => begun().every((count) => count > 0));
  t.true(Math.max(...begun()) < 60, begun().join(', '));
  await readUntil(paused, () => begun().every((count) => count === 200));
  t.is(paused.size, 3);
});

test('a piece of one whose calls are cheap becomes larger', async (t) => {
  const { paused, begun } = await pause(t, 1, 400);
  let rounds = 0;
  await readUntil(paused, () => {
    rounds += 1;
    return begun()[0] === 400;
  });
  t.true(rounds < 40, `${rounds} rounds for 30 KB, and 60 of 512 bytes each`);
});

test('a piece of one whose calls are dear becomes smaller', async (t) => {
  const { paused, pairs, begun } = await pause(t, 1, 100);
  pairs[0]?.session.on('stream', () => {
    const end = performance.now() + 3;
    while (performance.now() < end);
  });
  await readUntil(paused, () => (begun()[0] ?? 0) > 30);
  const before = begun()[0] ?? 0;
  await paused.readRound(ALWAYS);
  t.true((begun()[0] ?? 0) - before <= 2, `${(begun()[0] ?? 0) - before} in a piece`);
});

test('nothing is read while there is no room, and no more once there is none', async (t) => {
  const { paused, begun } = await pause(t, 4, 20);
  await paused.readRound({ ...ALWAYS, hasRoom: () => false });
  t.deepEqual(begun(), [0, 0, 0, 0]);
  const sum = () => begun().reduce((all, count) => all + count, 0);
  let left = 2;
  await paused.readRound({ ...ALWAYS, hasRoom: () => (left -= 1) >= 0 });
  t.true(sum() > 0);
  t.is(begun().filter((count) => count > 0).length, 2);
});

test('they are silent once each was asked and had nothing to say, and not any more when one says something', async (t) => {
  const { paused, pairs } = await pause(t, 3, 2);
  await readUntil(paused, () => paused.areSilent);
  t.deepEqual(
    pairs.map(({ streams }) => streams.length),
    [2, 2, 2],
  );
  // A PING.
  pairs[1]?.client.write(Buffer.from('000008060000000000' + '00'.repeat(8), 'hex'));
  // It may be under way still, and a round ends after 2 ms.
  await readUntil(paused, () => !paused.areSilent);
  t.false(paused.areSilent);
});

test('one that its client has ended is given to Node, which closes it, and no more at once than are to be', async (t) => {
  const { paused, pairs } = await pause(t, 5, 1);
  for (const { client } of pairs) client.end();
  const closed = pairs.map(({ session }) => once(session, 'close'));
  const ended: unknown[] = [];
  while (paused.size > 0) {
    const before = ended.length;
    await paused.readRound({ ...ALWAYS, onLetOn: (session) => ended.push(session) });
    t.true(ended.length - before <= 2);
    await delay(1);
  }
  t.deepEqual(new Set(ended), new Set(pairs.map(({ session }) => session)));
  await Promise.all(closed);
});

test('one that is known by what it has said is read by Node', async (t) => {
  const { paused, pairs, begun } = await pause(t, 1, 200);
  const session = pairs[0]?.session;
  session?.once('stream', () => {
    paused.delete(session);
  });
  await readUntil(paused, () => (begun()[0] ?? 0) > 0);
  t.is(paused.size, 0);
  while (begun()[0] !== 200) await delay(1);
});

test('one whose client is gone is closed, and what it had sent is not read', async (t) => {
  const { paused, pairs, begun } = await pause(t, 2, 200);
  const closed = pairs.map(({ session }) => once(session, 'close'));
  for (const { client } of pairs) client.resetAndDestroy();
  await delay(20);
  await paused.readRound({ ...ALWAYS, onLetOn: () => t.fail() });
  await Promise.all(closed);
  t.deepEqual(begun(), [0, 0]);
  t.is(paused.size, 0);
});
