import { once } from 'node:events';
import { constants, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { setTimeout as delay } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { OrgmetaError } from '../../../src/domain/errors.js';
import type { Owner } from '../../../src/domain/owner.js';
import { LIMITS } from '../../../src/rpc/limits.js';
import { limitStreams } from '../../../src/rpc/streams/limit-streams.js';
import { countCall, isKnown } from '../../../src/rpc/streams/standing.js';
import { applyChange } from '../../../src/store/apply-change.js';
import { createLog } from '../../../src/telemetry/log.js';
import { field, join } from '../../e2e/raw.js';
import { beginCall, callHeaders, dataFrames } from '../../faults/abuse/call-frames.js';
import { RawConnection as Attacker } from '../../faults/abuse/raw-connection.js';
import { Tally } from '../../faults/abuse/tally.js';
import { documentOfSize, replace } from '../../store/make-change.js';
import { connectRaw, frame, readToEnd, type RawConnection } from '../raw-call.js';
import { serveStore, storeWith } from '../serve-store.js';
import { connectHttp2 } from './connect-http2.js';
import { connectRudely } from './connect-rudely.js';

const GET = '/orgmeta.v1.BackendMetadata/GetOrganizationMetadata';
const BATCH_GET = '/orgmeta.v1.BackendMetadata/BatchGetOrganizationMetadata';
const REQUEST = frame(field(1, 'org'));
const never = () => new Promise<never>(() => undefined);
const limits = { callMs: 200 };
/** Later, as opposed to what is too large and never passes, which has the same code. */
const BUSY = { status: '8', reason: 'SERVICE_BUSY', retryAfterSeconds: 1 };
const STAMP = { now: 1000, incarnation: 7 };
/** How an answer ends that is let go before its caller has read any of it. */
const DROPPED = { status: undefined, resetCode: constants.NGHTTP2_ENHANCE_YOUR_CALM, bytes: 0 };

/** Has no organization by its id, and gives 8 KB for each of a batch. */
const LARGE_STORE = storeWith({
  get: () => Promise.resolve(undefined),
  getMany: (owners) =>
    Promise.resolve(owners.map((owner: Owner) => applyChange(owner, undefined, replace(documentOfSize(8_000)), STAMP))),
});

interface Asked {
  readonly end: ReturnType<typeof readToEnd>;
}

/** Asks for answers of 160 KB, and gives these once all of them are there to be read. */
async function askForLarge({ call }: RawConnection, count: number): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  while (asked.length < count) {
    const stream = call(BATCH_GET);
    stream.end(frame(join(...Array.from({ length: 20 }, (_, index) => field(1, `org-${index}`)))));
    asked.push({ end: readToEnd(stream) });
    await once(stream, 'response');
  }
  return asked;
}

/** Has a connection take what it was sent, and expects one of its answers to be there. */
async function readsWhole(t: ExecutionContext, { session }: RawConnection, answer: Asked | undefined): Promise<void> {
  session.settings({ initialWindowSize: 1 << 20 });
  const end = await answer?.end;
  t.is(end?.status, '0');
  t.true((end?.bytes ?? 0) > 160_000, 'whole');
}

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
  t.like(await readToEnd(stream), { status: undefined, resetCode: constants.NGHTTP2_ENHANCE_YOUR_CALM, bytes: 0 });
});

test('of answers that their callers do not read, the oldest are let go beyond the limit, and the others are there to be read', async (t) => {
  const { address } = await serveStore(t, LARGE_STORE, { limits: { unreadAnswerBytes: 200_000 } });
  const connection = connectRaw(t, address, 0);
  const [first, second, third] = await askForLarge(connection, 3);
  t.like(await first?.end, DROPPED);
  t.like(await second?.end, DROPPED);
  await readsWhole(t, connection, third);
});

test('of answers that are not read, those of the connection that holds most are let go, and not another one’s, though it is older', async (t) => {
  const { address } = await serveStore(t, LARGE_STORE, { limits: { unreadAnswerBytes: 400_000 } });
  const [slow, greedy] = [connectRaw(t, address, 0), connectRaw(t, address, 0)];
  const [own] = await askForLarge(slow, 1);
  const [first, second] = await askForLarge(greedy, 2);
  t.like(await first?.end, DROPPED);
  await readsWhole(t, slow, own);
  await readsWhole(t, greedy, second);
});

for (const { title, newcomers, isKnownsLet } of [
  { title: 'more than the others', newcomers: 3, isKnownsLet: false },
  { title: 'less than the others', newcomers: 1, isKnownsLet: true },
]) {
  test(`of answers that are not read, where newcomers hold ${title}, one is let go of ${isKnownsLet ? 'those' : 'theirs'}`, async (t) => {
    const limit = (newcomers + 2) * 160_000 - 80_000;
    const { address } = await serveStore(t, LARGE_STORE, { limits: { unreadAnswerBytes: limit } });
    const known = connectRaw(t, address, 0);
    const well = known.call(GET);
    well.end(REQUEST);
    t.is((await readToEnd(well)).status, '5');
    const [older, newer] = await askForLarge(known, 2);
    let last: { connection: RawConnection; asked: Asked | undefined } | undefined;
    const ends = [];
    for (let count = 0; count < newcomers; count += 1) {
      const connection = connectRaw(t, address, 0);
      const [asked] = await askForLarge(connection, 1);
      ends.push(asked?.end);
      last = { connection, asked };
    }
    t.like(await (isKnownsLet ? older?.end : ends[0]), DROPPED);
    await readsWhole(t, known, newer);
    if (!isKnownsLet) await readsWhole(t, known, older);
    if (last !== undefined) await readsWhole(t, last.connection, last.asked);
  });
}

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

const REFUSED = [
  { title: 'that has no credential', path: GET, headers: { authorization: '' }, expected: '16' },
  { title: 'of an rpc that is unknown', path: '/no.such/Rpc', headers: {}, expected: '12' },
  { title: 'that is compressed', path: GET, headers: { 'grpc-encoding': 'gzip' }, expected: '12' },
];

for (const { title, path, headers, expected } of REFUSED) {
  test(`a call ${title} holds no stream once it is refused, though its request never ends`, async (t) => {
    const authenticate = () => Promise.reject(new OrgmetaError('CREDENTIAL_INVALID', 'no'));
    const { address } = await serveStore(t, storeWith({}), title.includes('credential') ? { authenticate } : {});
    const stream = connectRaw(t, address).call(path, headers);
    t.like(await readToEnd(stream), { status: expected, resetCode: constants.NGHTTP2_NO_ERROR });
  });
}

test('beyond the number of calls, the oldest whose request is not whole is ended, and those that are served go on', async (t) => {
  let serve: (() => void) | undefined;
  const isServed = new Promise<void>((resolve) => (serve = resolve));
  const store = storeWith({
    get: () => {
      serve?.();
      return never();
    },
  });
  const { address } = await serveStore(t, store, { limits: { calls: 3 } });
  const { call } = connectRaw(t, address);
  const served = call(GET);
  served.end(REQUEST);
  await isServed;
  const begin = () => {
    const stream = call(GET);
    stream.write(REQUEST.subarray(0, 6));
    return { stream, end: readToEnd(stream) };
  };
  const oldest = begin();
  const others = [begin(), begin()];
  t.like(await oldest.end, {
    ...BUSY,
    message: 'the service has as many calls open as it allows; try again later',
  });
  t.deepEqual([served.closed, ...others.map(({ stream }) => stream.closed)], [false, false, false]);
});

test('beyond the number of watches of health, the oldest is ended', async (t) => {
  const { address } = await serveStore(t, storeWith({}), { limits: { watches: 1 } });
  const { call } = connectRaw(t, address);
  const watch = async () => {
    const stream = call('/grpc.health.v1.Health/Watch');
    const end = readToEnd(stream);
    stream.end(frame(Buffer.alloc(0)));
    await once(stream, 'data');
    return { stream, end };
  };
  const oldest = await watch();
  const latest = await watch();
  t.like(await oldest.end, { resetCode: constants.NGHTTP2_ENHANCE_YOUR_CALM });
  t.false(latest.stream.closed);
});

/** Opens so many calls that what requests hold is looked at. */
function openMany(call: RawConnection['call']): void {
  for (let count = 0; count < 17; count += 1) call(GET).write(REQUEST.subarray(0, 1));
}

test('beyond the bytes that requests may hold together, the oldest that holds some is ended', async (t) => {
  const { address } = await serveStore(t, storeWith({}), { limits: { openRequestBytes: 10_000 } });
  const { call } = connectRaw(t, address);
  openMany(call);
  const half = frame(Buffer.alloc(20_000)).subarray(0, 6_000);
  const [first, second] = [call(GET), call(GET)];
  first.write(half);
  await delay(50);
  second.write(half);
  t.like(await readToEnd(first), BUSY);
  t.false(second.closed);
});

test('a request of more messages in one piece than any client sends is ended before they are read', async (t) => {
  const { address } = await serveStore(t, storeWith({}), { reflection: true });
  const { call } = connectRaw(t, address);
  openMany(call);
  const stream = call('/grpc.reflection.v1.ServerReflection/ServerReflectionInfo');
  stream.write(Buffer.concat(Array.from({ length: 100 }, () => frame(Buffer.alloc(0)))));
  t.like(await readToEnd(stream), { status: '8', message: 'a request sends at most 64 messages in one piece' });
});

test('a newcomer may send more messages in one piece while few calls are open, and not as many as it likes', async (t) => {
  const { address } = await serveStore(t, storeWith({}), { reflection: true });
  const stream = connectRaw(t, address).call('/grpc.reflection.v1.ServerReflection/ServerReflectionInfo');
  stream.write(Buffer.concat(Array.from({ length: 1_500 }, () => frame(Buffer.alloc(0)))));
  t.like(await readToEnd(stream), { status: '8', message: 'a request sends at most 1024 messages in one piece' });
});

test('a whole request of more messages than that ends the call, and nothing else', async (t) => {
  const { address, client, log } = await serveStore(t, storeWith({ get: () => Promise.resolve(undefined) }));
  const stream = connectRaw(t, address).call(GET);
  stream.end(Buffer.concat(Array.from({ length: 1_500 }, () => frame(Buffer.alloc(0)))));
  t.like(await readToEnd(stream), { status: '8', message: 'a request sends at most 1024 messages in one piece' });
  t.like(await client.call('getOrganizationMetadata', { organizationId: 'org' }, { key: 'any' }), {
    error: { code: 'NOT_FOUND' },
  });
  t.notRegex(log(), /"level":"(error|fatal)"/);
});

const BREAKERS = [
  { title: 'of which no call has gone well', isServed: false, least: 100 },
  { title: 'of which some have gone well', isServed: true, least: 200 },
];

for (const { title, isServed, least } of BREAKERS) {
  test(`a client that breaks off more calls than any that means well loses its connection, ${title}, and it alone`, async (t) => {
    const store = storeWith({ get: () => Promise.resolve(undefined), getMany: () => Promise.resolve([undefined]) });
    const { address, client } = await serveStore(t, store);
    const connection = await Attacker.open({ port: Number(address.split(':')[1]), tally: new Tally() });
    t.teardown(() => connection.close());
    const headers = callHeaders(GET, 'any');
    for (let well = 0; isServed && well < 10; well += 1) {
      const stream = connection.newStream();
      await connection.send(Buffer.concat([beginCall(stream, headers), dataFrames(stream, REQUEST, true)]));
      await connection.untilOpen(0);
    }
    const checkHeaders = callHeaders('/grpc.health.v1.Health/Check');
    let broken = 0;
    for (; connection.open && broken < 2_000; broken += 10) {
      const calls = Array.from({ length: 10 }, () => {
        const stream = connection.newStream();
        return Buffer.concat([beginCall(stream, headers), connection.cancel(stream)]);
      });
      // Whatever keeps the server, it has seen them once it has answered a call that says nothing of its client.
      const check = connection.newStream();
      await connection.send(
        Buffer.concat([...calls, beginCall(check, checkHeaders), dataFrames(check, frame(Buffer.alloc(0)), true)]),
      );
      await connection.untilOpen(0);
    }
    // The client learns of it a little later, and some come back to it meanwhile.
    t.true(broken > least && broken < 2 * least, `${broken} calls`);
    const outcome = await client.call('batchGetOrganizationMetadata', { organizationIds: ['a'] }, { key: 'any' });
    t.like(outcome, { answer: { missing: ['a'] } });
  });
}

test('a client that has broken off calls, and goes away with as many open as it may have, ends nothing but its own', async (t) => {
  const store = storeWith({ getMany: () => Promise.resolve([undefined]) });
  const { address, client } = await serveStore(t, store);
  const connection = await Attacker.open({ port: Number(address.split(':')[1]), tally: new Tally() });
  const headers = callHeaders(GET, 'any');
  for (let broken = 0; broken < 50; broken += 1) {
    const stream = connection.newStream();
    await connection.send(Buffer.concat([beginCall(stream, headers), connection.cancel(stream)]));
  }
  await connection.send(Buffer.concat(Array.from({ length: 100 }, () => beginCall(connection.newStream(), headers))));
  // Some of them have begun by then.
  await delay(50);
  await connection.close();
  await delay(50);
  const outcome = await client.call('batchGetOrganizationMetadata', { organizationIds: ['a'] }, { key: 'any' });
  t.like(outcome, { answer: { missing: ['a'] } });
});

for (const { title, end } of [
  { title: 'failed', end: (stream: ServerHttp2Stream) => stream.destroy(new Error('reset')) },
  {
    title: 'ended',
    end: (stream: ServerHttp2Stream) => {
      stream.close();
    },
  },
]) {
  test(`a stream that has ${title} before its call is told of ends nothing else, and no call begins`, async (t) => {
    const log = await createLog({ level: 'silent', pretty: false });
    const limit = limitStreams({ limits: LIMITS, rpcs: new Set(), lasting: new Set(), log });
    const { server, client } = await connectHttp2(t);
    server.on('session', limit.onSession);
    const closed = new Promise<void>((resolve) => {
      server.on('stream', (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
        end(stream);
        limit.onStream(stream, headers, () => t.fail('a call began'), []);
        stream.once('close', resolve);
      });
    });
    client.request({ ':method': 'POST', ':path': GET }, { endStream: false }).on('error', () => undefined);
    await closed;
    await delay(10);
    t.pass();
  });
}

test('a connection of which more calls wait than its share of all is known no more', async (t) => {
  const log = await createLog({ level: 'silent', pretty: false });
  const limit = limitStreams({ limits: { ...LIMITS, calls: 4 }, rpcs: new Set(), lasting: new Set(), log });
  const { server, client } = await connectHttp2(t);
  server.on('session', limit.onSession);
  const count = 40;
  const standings: boolean[] = [];
  await new Promise<void>((resolve) => {
    server.on('stream', (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
      const { session } = stream;
      if (session === undefined) return;
      if (standings.length === 0) countCall(session, true);
      limit.onStream(stream, headers, () => undefined, []);
      if (standings.push(isKnown(session)) === count) resolve();
    });
    for (let call = 0; call < count; call += 1) {
      client.request({ ':method': 'POST', ':path': GET }, { endStream: false }).on('error', () => undefined);
    }
  });
  const least = 16 + 4;
  t.deepEqual(standings.slice(0, 12), Array<boolean>(12).fill(true), 'as long as no more wait than may');
  t.deepEqual(standings.slice(least), Array<boolean>(count - least).fill(false));
});

const CROWDS = [
  { title: 'another connection has sent a hundred', connections: 1, most: 90 },
  { title: 'other connections have sent hundreds', connections: 7, most: 350 },
];

for (const { title, connections, most } of CROWDS) {
  test(`a call that comes when ${title} at once waits for few of these`, async (t) => {
    const begun: string[] = [];
    let onBegun: () => void = () => undefined;
    const get = ({ organizationId }: Owner) => {
      begun.push(organizationId);
      onBegun();
      return Promise.resolve(undefined);
    };
    const { address } = await serveStore(t, storeWith({ get }));
    const clients = await Promise.all(Array.from({ length: connections + 1 }, () => connectRudely(t, address)));
    const [sendOne, ...others] = clients.map(({ send }) => send);
    await new Promise<void>((resolve) => {
      onBegun = () => {
        if (begun.length === 1) sendOne?.(GET, ['single']);
        if (begun.length === connections * 100 + 1) resolve();
      };
      for (const sendMany of others)
        sendMany(
          GET,
          Array.from({ length: 100 }, () => 'many'),
        );
    });
    const place = begun.indexOf('single');
    t.true(place > 0 && place < most, `it was number ${place}`);
  });
}

test('a read that comes when other connections have asked for hundreds of large answers at once waits for few of these', async (t) => {
  const begun: string[] = [];
  let onBegun: (rpc: string) => void = () => undefined;
  const begin = (rpc: string) => {
    begun.push(rpc);
    onBegun(rpc);
    return Promise.resolve(undefined);
  };
  const store = storeWith({ get: () => begin('read'), getMany: () => begin('batch').then((none) => [none]) });
  const { address } = await serveStore(t, store);
  const clients = await Promise.all(Array.from({ length: 4 }, () => connectRudely(t, address)));
  const [sendOne, ...others] = clients.map(({ send }) => send);
  await new Promise<void>((resolve) => {
    onBegun = (rpc) => {
      if (begun.length === 1) sendOne?.(GET, ['one']);
      if (rpc === 'read') resolve();
    };
    for (const sendMany of others)
      sendMany(
        BATCH_GET,
        Array.from({ length: 100 }, () => 'many'),
      );
  });
  t.true(begun.length < 20, `it was number ${begun.length}`);
});

test('beyond the large answers that may wait, more of those who wait already are refused', async (t) => {
  const { address } = await serveStore(t, storeWith({ getMany: () => Promise.resolve([undefined]) }));
  const tally = new Tally();
  const crowd = await Promise.all(Array.from({ length: 8 }, () => connectRudely(t, address, tally)));
  // Newcomers are read more slowly than that.
  for (const { connection, send } of crowd) {
    send(BATCH_GET, ['one']);
    await connection.untilOpen(0);
  }
  for (const { send } of crowd)
    send(
      BATCH_GET,
      Array.from({ length: 100 }, () => 'many'),
    );
  while (tally.of('0') + tally.of('8') < 808) await delay(10);
  t.true(tally.of('0') >= 400 && tally.of('8') > 0, tally.toString());
});

test('a large answer that is refused since too many wait says so, and is no warning in the log', async (t) => {
  const { address, log } = await serveStore(t, storeWith({ getMany: () => Promise.resolve([undefined]) }));
  const ask = ({ call }: RawConnection) => {
    const stream = call(BATCH_GET);
    stream.end(REQUEST);
    return readToEnd(stream);
  };
  const crowd = Array.from({ length: 8 }, () => connectRaw(t, address));
  // Newcomers are read more slowly than that.
  await Promise.all(crowd.map(ask));
  const ends = await Promise.all(crowd.flatMap((each) => Array.from({ length: 100 }, () => ask(each))));
  const refused = ends.filter(({ status }) => status !== '0');
  t.true(refused.length > 0);
  for (const end of refused) {
    t.like(end, {
      ...BUSY,
      message: 'as many large answers as the service allows are asked for; try again later, with fewer at once',
    });
  }
  t.regex(log(), /"level":"info".*"code":"RESOURCE_EXHAUSTED","reason":"SERVICE_BUSY"/);
  // That its connection is a newcomer then, and may wait for long, is another matter.
  t.notRegex(log(), /"level":"warn".*"msg":"call"/);
});
