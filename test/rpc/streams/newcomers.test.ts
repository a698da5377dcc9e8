import { setTimeout as delay } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { Tally } from '../../faults/abuse/tally.js';
import { serveStore, storeWith } from '../serve-store.js';
import { connectRudely, REFUSED_STREAM, type RudeClient } from './connect-rudely.js';

const GET = '/orgmeta.v1.BackendMetadata/GetOrganizationMetadata';
const UNKNOWN = '/no.such/Rpc';
const UNIMPLEMENTED = '12';
const STORE = storeWith({ get: () => Promise.resolve(undefined) });
const HUNDRED = Array.from({ length: 100 }, () => 'many');

/** Connects so many clients whose calls are all refused. */
async function connectCrowd(t: ExecutionContext, address: string, size: number) {
  const tally = new Tally();
  const clients = await Promise.all(Array.from({ length: size }, () => connectRudely(t, address, tally)));
  return {
    tally,
    send() {
      for (const { send } of clients) send(UNKNOWN, HUNDRED);
    },
    async untilAnswered(count: number): Promise<void> {
      while (tally.of(UNIMPLEMENTED) + tally.of(REFUSED_STREAM) + tally.of('8') < count) await delay(5);
    },
  };
}

/** Makes a call that goes well. */
async function callOnce({ connection, send }: RudeClient): Promise<void> {
  send(GET, ['one']);
  await connection.untilOpen(0);
}

/** Waits until a client was told that it may have so many calls open. */
async function untilAllowed({ connection }: RudeClient, calls: number): Promise<void> {
  while (connection.maxStreams !== calls) await delay(1);
}

test('a connection whose calls go well waits for no crowd of newcomers', async (t) => {
  const { address } = await serveStore(t, STORE);
  const known = await connectRudely(t, address);
  await callOnce(known);
  const crowd = await connectCrowd(t, address, 5);
  crowd.send();
  await crowd.untilAnswered(1);
  known.send(GET, HUNDRED);
  await known.connection.untilOpen(0);
  t.true(crowd.tally.of(UNIMPLEMENTED) < 250, crowd.tally.toString());
  await crowd.untilAnswered(500);
  t.is(crowd.tally.of(UNIMPLEMENTED), 500);
});

test('a newcomer waits for its turn among other newcomers, and not for all of them', async (t) => {
  const { address } = await serveStore(t, STORE);
  const crowd = await connectCrowd(t, address, 4);
  const newcomer = await connectRudely(t, address);
  crowd.send();
  await crowd.untilAnswered(1);
  await callOnce(newcomer);
  t.true(crowd.tally.of(UNIMPLEMENTED) < 300, crowd.tally.toString());
  await crowd.untilAnswered(400);
});

test('of a crowd no more is read than is worked on, so that nothing of it is refused, and then all of it is read', async (t) => {
  const { address, client } = await serveStore(t, STORE, { limits: { calls: 900 } });
  const crowd = await connectCrowd(t, address, 20);
  crowd.send();
  await crowd.untilAnswered(2_000);
  t.is(crowd.tally.of('8'), 0);
  t.true(crowd.tally.of(UNIMPLEMENTED) >= 512, crowd.tally.toString());
  t.like(await client.call('getOrganizationMetadata', { organizationId: 'org' }, { key: 'any' }), {
    error: { code: 'NOT_FOUND' },
  });
});

test('beside a crowd that lasts a newcomer may have fewer calls open, and as many as others once a call went well', async (t) => {
  const { address } = await serveStore(t, STORE);
  const crowd = await connectCrowd(t, address, 30);
  crowd.send();
  await delay(700);
  const newcomer = await connectRudely(t, address);
  newcomer.send(GET, ['one']);
  await untilAllowed(newcomer, 10);
  await newcomer.connection.untilOpen(0);
  await untilAllowed(newcomer, 100);
  t.true(crowd.tally.of(UNIMPLEMENTED) < 3_000, 'the crowd was still there');
  await crowd.untilAnswered(3_000);
});

test('a connection most of whose calls are refused is a newcomer again', async (t) => {
  const { address } = await serveStore(t, STORE);
  const [known, fallen] = await Promise.all([connectRudely(t, address), connectRudely(t, address)]);
  await callOnce(known);
  await callOnce(fallen);
  fallen.send(UNKNOWN, HUNDRED);
  await fallen.connection.untilOpen(0);
  const crowd = await connectCrowd(t, address, 5);
  const places = { known: 0, fallen: 0 };
  crowd.send();
  await crowd.untilAnswered(1);
  const note = async (name: keyof typeof places, one: RudeClient) => {
    one.send(GET, HUNDRED);
    await one.connection.untilOpen(0);
    places[name] = crowd.tally.of(UNIMPLEMENTED);
  };
  await Promise.all([note('known', known), note('fallen', fallen)]);
  t.true(places.known < places.fallen, JSON.stringify(places));
});

/** Connects once there is room, which never is where those who have left are kept. */
async function connectInTime(t: ExecutionContext, address: string): Promise<RudeClient> {
  for (;;) {
    const client = await connectRudely(t, address);
    if (client.connection.open) return client;
    await delay(20);
  }
}

test('many clients that leave at once while others are served are all let go', async (t) => {
  const { address, client } = await serveStore(t, STORE, { limits: { connections: 201 } });
  const read = () => client.call('getOrganizationMetadata', { organizationId: 'org' }, { key: 'any' });
  await read();
  for (let round = 0; round < 3; round += 1) {
    const crowd = await Promise.all(Array.from({ length: 200 }, () => connectInTime(t, address)));
    await Promise.all(crowd.map(({ connection }) => connection.close()));
    t.like(await read(), { error: { code: 'NOT_FOUND' } });
  }
});
