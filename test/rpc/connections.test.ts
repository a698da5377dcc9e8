import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { connect as connectHttp2 } from 'node:http2';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { countConnections } from '../../src/rpc/count-connections.js';
import { serveStore, storeWith } from './serve-store.js';

const STORE = storeWith({ getMany: () => Promise.resolve([undefined]) });
const READ = ['batchGetOrganizationMetadata', { organizationIds: ['a'] }, { key: 'any' }] as const;
const ANSWER = { answer: { missing: ['a'] } };

/** Opens a socket that says nothing, until the test ends. */
function openSocket(t: ExecutionContext, address: string): Socket {
  const [host, port] = address.split(':');
  const socket = address.startsWith('unix:')
    ? connect(address.slice('unix:'.length))
    : connect(Number(port), host === '' ? undefined : host);
  socket.on('error', () => undefined);
  // What is not read hides the end that comes after it.
  socket.resume();
  t.teardown(() => socket.destroy());
  return socket;
}

test('connections beyond the limit are closed at once and counted in the log, and there is room again once one ends', async (t) => {
  const { address, client, log } = await serveStore(t, STORE, { limits: { connections: 3 } });
  t.like(await client.call(...READ), ANSWER);
  const kept = [openSocket(t, address), openSocket(t, address)];
  await Promise.all(kept.map((socket) => once(socket, 'connect')));
  const refused = [openSocket(t, address), openSocket(t, address)];
  await Promise.all(refused.map((socket) => once(socket, 'close')));
  t.deepEqual(
    kept.map((socket) => socket.closed),
    [false, false],
  );
  t.regex(log(), /"count":1,"limit":3,"msg":"connections were refused/);
  t.like(await client.call(...READ), ANSWER);
  kept[0]?.destroy();
  for (;;) {
    const next = openSocket(t, address);
    await once(next, 'connect');
    if ((await Promise.race([once(next, 'close'), delay(200, 'open')])) === 'open') break;
  }
  t.pass();
});

test('a listener for frontends takes a part of the connections, so that the other one has always some', async (t) => {
  const limits = { connections: 4, frontendShare: 0.5 };
  const { client, server, log } = await serveStore(t, STORE, { limits });
  const frontend = await server.listen('127.0.0.1:0', 'frontend');
  const kept = [openSocket(t, frontend), openSocket(t, frontend)];
  await Promise.all(kept.map((socket) => once(socket, 'connect')));
  await once(openSocket(t, frontend), 'close');
  t.regex(log(), /"count":1,"limit":2,"msg":"connections were refused/);
  t.like(await client.call(...READ), ANSWER);
  t.deepEqual(
    kept.map((socket) => socket.closed),
    [false, false],
  );
});

const LISTENING = [
  { title: 'an IPv4 address', listenOn: '127.0.0.1:0', expected: /^127\.0\.0\.1:[1-9]\d*$/ },
  { title: 'a name', listenOn: 'localhost:0', expected: /^localhost:[1-9]\d*$/ },
];

for (const { title, listenOn, expected } of LISTENING) {
  test(`serves on ${title}`, async (t) => {
    const { address, client } = await serveStore(t, STORE, { listenOn });
    t.regex(address, expected);
    t.like(await client.call(...READ), ANSWER);
  });
}

test('serves on a unix socket, with the same limit of connections, and takes the socket away when it drains', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'orgmeta-unix-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const listenOn = `unix:${path.join(folder, 'socket')}`;
  const { address, client, server } = await serveStore(t, STORE, { listenOn, limits: { connections: 1 } });
  t.is(address, listenOn);
  t.is((await stat(path.join(folder, 'socket'))).mode & 0o777, 0o660);
  t.like(await client.call(...READ), ANSWER);
  await once(openSocket(t, address), 'close');
  await server.drain(1000);
  const [error] = (await once(connect(path.join(folder, 'socket')), 'error')) as [NodeJS.ErrnoException];
  t.is(error.code, 'ENOENT');
});

test('an address that is taken is the error of the system', async (t) => {
  const { address } = await serveStore(t, STORE);
  await t.throwsAsync(serveStore(t, STORE, { listenOn: address }), { code: 'EADDRINUSE' });
});

test('a connection that never says a word is closed once it is idle, and so is one whose calls have ended', async (t) => {
  const { address, client } = await serveStore(t, STORE, { limits: { idleMs: 300 } });
  const session = connectHttp2(`http://${address}`);
  t.teardown(() => {
    session.destroy();
  });
  await Promise.all([once(openSocket(t, address), 'close'), once(session, 'close')]);
  t.like(await client.call(...READ), ANSWER);
});

test('a connection whose other end answers no ping is closed', async (t) => {
  const limits = { keepaliveTimeMs: 200, keepaliveTimeoutMs: 200 };
  const { address, client } = await serveStore(t, STORE, { limits });
  t.like(await client.call(...READ), ANSWER);
  await once(openSocket(t, address), 'close');
  t.like(await client.call(...READ), ANSWER);
});

test('a connection that reaches its age ends without failing a call', async (t) => {
  const { client, log } = await serveStore(t, STORE, { limits: { ageMs: 100, ageGraceMs: 30_000 } });
  const until = Date.now() + 2000;
  const failed: unknown[] = [];
  let calls = 0;
  const callAgainAndAgain = async () => {
    while (Date.now() < until) {
      const outcome = await client.call(...READ);
      calls += 1;
      if ('error' in outcome) failed.push(outcome.error);
    }
  };
  await Promise.all(Array.from({ length: 8 }, callAgainAndAgain));
  t.deepEqual(failed, [], JSON.stringify(failed[0]));
  const peers = new Set(log().match(/"peer":"[^"]+"/g));
  t.true(peers.size > 5, `${calls} calls over ${peers.size} connections`);
});

const OPEN_FILES = [
  { title: 'few', limits: 'Max open files            1024                 524288               files', expected: 960 },
  {
    title: 'many',
    limits: 'Max open files            1048576              1048576              files',
    expected: 3_000,
  },
  {
    title: 'unlimited',
    limits: 'Max open files            unlimited            unlimited            files',
    expected: 3_000,
  },
  { title: 'unknown', limits: '', expected: 3_000 },
  {
    title: 'hardly any',
    limits: 'Max open files            10                   10                   files',
    expected: 1,
  },
];

for (const { title, limits, expected } of OPEN_FILES) {
  test(`leaves files beside the connections where the files that may be open are ${title}`, (t) => {
    t.is(countConnections(limits), expected);
  });
}
