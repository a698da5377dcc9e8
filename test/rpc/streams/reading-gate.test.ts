import type { Http2Session } from 'node:http2';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import test from 'ava';
import { ReadingGate } from '../../../src/rpc/streams/reading-gate.js';

/** A connection that says whether it is read. */
class Connection {
  readonly name: number;
  isRead = true;
  readonly destroyed = false;
  readonly socket = {
    bytesRead: 0,
    _handle: {
      readStop: () => {
        this.isRead = false;
      },
      readStart: () => {
        this.isRead = true;
      },
    },
  };

  constructor(name: number) {
    this.name = name;
  }

  get session(): Http2Session {
    return this as unknown as Http2Session;
  }
}

/** Puts connections at a gate that is shut when ten pieces of work wait. */
function makeGate(count: number) {
  const state = { waiting: 0, crowds: 0 };
  const gate = new ReadingGate({
    waiting: () => state.waiting,
    most: 10,
    onCrowd: () => (state.crowds += 1),
  });
  const connections = Array.from({ length: count }, (_, name) => new Connection(name));
  for (const { session } of connections) gate.add(session);
  const [first = new Connection(-1)] = connections;
  return {
    gate,
    state,
    connections,
    first,
    read: () => connections.filter(({ isRead }) => isRead).map(({ name }) => name),
    /** Has so much work wait. */
    work: (waiting: number) => {
      state.waiting = waiting;
      gate.countWork(first.session);
    },
    untilRead: async (count: number) => {
      while (connections.filter(({ isRead }) => isRead).length < count) await delay(1);
    },
  };
}

test('connections are read as long as less waits than may', async (t) => {
  const { read, work } = makeGate(2);
  work(9);
  await delay(20);
  t.deepEqual(read(), [0, 1]);
});

test('when too much waits none is read, nor one that comes then, and once less does, all are', async (t) => {
  const { gate, read, work, state, connections, untilRead } = makeGate(9);
  work(10);
  t.deepEqual(read(), []);
  const late = new Connection(9);
  connections.push(late);
  gate.add(late.session);
  t.false(late.isRead);
  await delay(30);
  t.deepEqual(read(), [], 'as long as much waits');
  state.waiting = 0;
  await untilRead(10);
});

test('who was let on and sends more than may wait makes room for the others', async (t) => {
  const { state, read, work } = makeGate(6);
  work(10);
  const order: number[] = [];
  // Four are let on at first.
  for (let round = 0; round < 2; round += 1) {
    state.waiting = 3;
    while (read().length === 0) await delay(1);
    order.push(...read());
    work(10);
    t.deepEqual(read(), []);
  }
  state.waiting = 0;
  t.deepEqual(new Set(order), new Set([0, 1, 2, 3, 4, 5]));
});

test('one that Node reads on by itself is stopped when something of it comes', (t) => {
  const { gate, first, work, state } = makeGate(2);
  work(10);
  first.socket._handle.readStart();
  gate.countWork(first.session);
  t.false(first.isRead);
  state.waiting = 0;
});

test('one that is taken away from a gate that is shut is read', (t) => {
  const { gate, first, work, state } = makeGate(2);
  work(10);
  gate.delete(first.session);
  t.true(first.isRead);
  state.waiting = 0;
});

test('a gate that is shut for half a second tells of the crowd', async (t) => {
  const { state, work, untilRead } = makeGate(3);
  work(10);
  await delay(300);
  t.is(state.crowds, 0);
  await delay(300);
  t.true(state.crowds > 0);
  state.waiting = 0;
  await untilRead(3);
});

test('it is shut when many connections end in one turn, and not when they do in several', async (t) => {
  const { gate, read, untilRead } = makeGate(2);
  for (let count = 0; count < 5; count += 1) {
    gate.countEnd();
    await turn();
  }
  t.deepEqual(read(), [0, 1]);
  for (let count = 0; count < 2; count += 1) gate.countEnd();
  t.deepEqual(read(), []);
  await untilRead(2);
  t.pass();
});

test('it is shut when the event loop is late again while much is read, and not when little is, nor when it is in time; and for a while', async (t) => {
  const { gate, first, read, untilRead } = makeGate(2);
  /** As long as it takes Node to decode 64 KB of headers that stand for many more. */
  const block = async () => {
    const end = performance.now() + 50;
    while (performance.now() < end);
    await delay(1);
  };
  first.socket.bytesRead += 100_000;
  await block();
  t.deepEqual(read(), [0, 1], 'late once');
  first.socket.bytesRead += 100_000;
  await delay(30);
  t.deepEqual(read(), [0, 1], 'in time');
  await delay(1_000);
  first.socket.bytesRead += 100_000;
  await block();
  t.deepEqual(read(), [0, 1], 'late long after');
  first.socket.bytesRead += 1_000;
  await block();
  t.deepEqual(read(), [0, 1], 'little is read');
  first.socket.bytesRead += 100_000;
  await block();
  t.deepEqual(read(), []);
  await untilRead(2);
  const late = new Connection(2);
  gate.add(late.session);
  t.false(late.isRead);
});
