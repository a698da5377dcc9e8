import { setTimeout as delay } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import type { Caller } from '../../../src/auth/caller.js';
import { OrgmetaError } from '../../../src/domain/errors.js';
import { Tally } from '../../faults/abuse/tally.js';
import { serveStore, storeWith } from '../serve-store.js';
import { connectRudely, type RudeClient } from './connect-rudely.js';

const GET = '/orgmeta.v1.BackendMetadata/GetOrganizationMetadata';
const UNKNOWN = '/no.such/Rpc';
const UNIMPLEMENTED = '12';
const STORE = storeWith({ get: () => Promise.resolve(undefined) });
const HUNDRED = Array.from({ length: 100 }, () => 'many');

/** Connects so many clients whose calls are all refused. */
async function connectCrowd(t: ExecutionContext, address: string, size: number) {
  const tally = new Tally();
  const clients = await Promise.all(Array.from({ length: size }, () => connectRudely(t, address, tally)));
  const count = () => tally.of(UNIMPLEMENTED) + tally.of('8');
  return {
    tally,
    send() {
      for (const { send } of clients) send(UNKNOWN, HUNDRED);
    },
    /** Sends as many as may be open, and one more for each that was answered, until it is told to stop. */
    sendOn() {
      const stop = new AbortController();
      for (const { connection, send } of clients) {
        void (async () => {
          while (!stop.signal.aborted && connection.open) {
            send(UNKNOWN, HUNDRED.slice(connection.openStreams.size, connection.maxStreams));
            await connection.untilOpen(connection.maxStreams - 1);
          }
        })();
      }
      return () => {
        stop.abort();
      };
    },
    count,
    async untilAnswered(most: number): Promise<void> {
      while (count() < most) await delay(5);
    },
  };
}

/** Makes a call that goes well. */
async function callOnce({ connection, send }: RudeClient): Promise<void> {
  send(GET, ['one']);
  await connection.untilOpen(0);
}

/** Tells whether, of two connections that send as many calls at once beside a crowd of newcomers, those of the one are all answered before those of the other. */
async function isServedBefore(
  t: ExecutionContext,
  address: string,
  { first, then }: { readonly first: RudeClient; readonly then: RudeClient },
): Promise<boolean> {
  const crowd = await connectCrowd(t, address, 5);
  crowd.send();
  await crowd.untilAnswered(1);
  const order: RudeClient[] = [];
  const note = async (client: RudeClient) => {
    client.send(GET, HUNDRED);
    await client.connection.untilOpen(0);
    order.push(client);
  };
  await Promise.all([note(then), note(first)]);
  await crowd.untilAnswered(500);
  return order[0] === first;
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

test('a newcomer comes to its turn beside a crowd that calls again whenever it was answered, and the log tells of the crowd', async (t) => {
  const { address, log } = await serveStore(t, STORE);
  const crowd = await connectCrowd(t, address, 30);
  const stop = crowd.sendOn();
  await delay(1_000);
  const newcomer = await connectRudely(t, address);
  const served = callOnce(newcomer).then(() => true);
  t.true(await Promise.race([served, delay(10_000, false)]), crowd.tally.toString());
  stop();
  t.regex(log(), /"level":"warn".*"calls":\d+,"connections":\d+.*new connections wait/);
});

test('who asks for its health alone is no better known than who has never called', async (t) => {
  const { address } = await serveStore(t, STORE);
  const [known, prober] = await Promise.all([connectRudely(t, address), connectRudely(t, address)]);
  await callOnce(known);
  prober.send('/grpc.health.v1.Health/Check', HUNDRED);
  await prober.connection.untilOpen(0);
  t.true(await isServedBefore(t, address, { first: known, then: prober }));
});

test('of a crowd no more is read than is worked on, so that nothing of it is refused, and then all of it is read', async (t) => {
  const { address, client } = await serveStore(t, STORE, { limits: { calls: 900 } });
  const crowd = await connectCrowd(t, address, 20);
  crowd.send();
  await crowd.untilAnswered(2_000);
  t.is(crowd.tally.of('8'), 0);
  t.like(await client.call('getOrganizationMetadata', { organizationId: 'org' }, { key: 'any' }), {
    error: { code: 'NOT_FOUND' },
  });
});

test('a connection most of whose calls no rpc is served for is a newcomer again', async (t) => {
  const { address } = await serveStore(t, STORE);
  const [known, fallen] = await Promise.all([connectRudely(t, address), connectRudely(t, address)]);
  await callOnce(known);
  await callOnce(fallen);
  fallen.send(UNKNOWN, HUNDRED);
  await fallen.connection.untilOpen(0);
  t.true(await isServedBefore(t, address, { first: known, then: fallen }));
});

test('a connection whose calls have headers that are too long is a newcomer again', async (t) => {
  const { address } = await serveStore(t, STORE);
  const [known, fallen] = await Promise.all([connectRudely(t, address), connectRudely(t, address)]);
  await Promise.all([callOnce(known), callOnce(fallen)]);
  fallen.send(GET, HUNDRED, 'k'.repeat(16_200));
  await fallen.connection.untilOpen(0);
  t.true(await isServedBefore(t, address, { first: known, then: fallen }));
});

test('a connection whose callers are refused, as those of a gateway are, stays known', async (t) => {
  const refuse = (authorization: string | undefined): Caller => {
    if (authorization === 'Bearer any') return { role: 'backend', organizations: undefined, credentialId: 'key_test' };
    throw new OrgmetaError('CREDENTIAL_INVALID', 'the credential is not known');
  };
  const { address } = await serveStore(t, STORE, { authenticate: refuse });
  const [gateway, newcomer] = await Promise.all([connectRudely(t, address), connectRudely(t, address)]);
  await callOnce(gateway);
  gateway.send(GET, HUNDRED, 'other');
  await gateway.connection.untilOpen(0);
  t.true(await isServedBefore(t, address, { first: gateway, then: newcomer }));
});

test('of a connection that is known no more, what waits goes back among the newcomers', async (t) => {
  const { address } = await serveStore(t, STORE);
  const fallen = await connectRudely(t, address);
  await callOnce(fallen);
  const crowd = await connectCrowd(t, address, 5);
  crowd.send();
  await crowd.untilAnswered(1);
  // It is known when they come, and no more when the first of them were answered.
  fallen.send(UNKNOWN, HUNDRED);
  await fallen.connection.untilOpen(0);
  // Where it stays among those who are known, it is done before hardly any of these.
  t.true(crowd.tally.of(UNIMPLEMENTED) > 100, crowd.tally.toString());
  await crowd.untilAnswered(500);
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
