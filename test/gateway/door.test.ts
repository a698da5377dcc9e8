import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { LARGE, serveApp, type ServedApp } from './serve-app.js';
import { openSocket, readToEnd, readUntil, splitAnswers } from './raw-http.js';

const GET = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
const HALF_BODY = 'PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n1';

/** What a visitor gets who was refused, wherever it was. */
const BUSY = { status: 503, headers: { 'retry-after': '1', 'content-type': 'application/json' } };
const BUSY_BODY = /^\{"errors":\[\{"code":"service_unavailable"/;

/** Opens a connection and sends this; done once the server has it. */
async function send(t: ExecutionContext, app: ServedApp, sent: string) {
  const socket = await openSocket(t, app.url);
  if (sent !== '') await new Promise((resolve) => socket.write(sent, resolve));
  return socket;
}

/** Asks on a connection of its own. */
async function ask(app: ServedApp, path = '/') {
  const response = await fetch(app.url + path, { headers: { connection: 'close' } });
  return { status: response.status, body: await response.text(), retryAfter: response.headers.get('retry-after') };
}

function countLines(app: ServedApp, message: string): number {
  return app.log().split(message).length - 1;
}

test('a connection beyond the limit takes the place of one that never said a word, and not of one that had an answer', async (t) => {
  const app = await serveApp(t, { connections: 4 });
  const loyal = await send(t, app, GET('/'));
  await readUntil(loyal, 'answered');
  const silent = await Promise.all(Array.from({ length: 20 }, () => send(t, app, '')));
  for (const socket of silent) socket.resume();
  // Each of these takes a place, too.
  for (let round = 0; round < 10; round += 1) t.is((await ask(app)).status, 200);
  t.true(silent.filter(({ closed }) => closed).length >= 17);
  loyal.write(GET('/'));
  t.regex(await readUntil(loyal, 'answered'), /^HTTP\/1\.1 200 /);
  t.is(countLines(app, 'connections were closed: as many as allowed are open'), 1);
});

test('of connections that wait for a next request, the one that has waited longest makes room', async (t) => {
  const app = await serveApp(t, { connections: 2 });
  const [first, second] = [await send(t, app, GET('/')), await send(t, app, GET('/'))];
  await Promise.all([readUntil(first, 'answered'), readUntil(second, 'answered')]);
  first.write(GET('/'));
  await readUntil(first, 'answered');
  const ended = readToEnd(second);
  second.resume();
  t.is((await ask(app)).status, 200);
  // Nothing was asked: no answer.
  t.is(await ended, '');
  t.false(first.closed);
});

test('a visitor whose headers are on their way when the connection must make room is told when to come again', async (t) => {
  const app = await serveApp(t, { connections: 2 });
  const slow = await send(t, app, 'GET / HTTP/1.1\r\nHost: a\r\n');
  const ended = readToEnd(slow);
  // What is slow was read before this.
  await readUntil(await send(t, app, GET('/')), 'answered');
  t.is((await ask(app)).status, 200);
  const [answer] = splitAnswers(await ended);
  t.like(answer, BUSY);
  t.regex(answer?.body ?? '', BUSY_BODY);
});

test('requests beyond the limit get 503 with Retry-After, health is still answered, and the log says it once', async (t) => {
  const app = await serveApp(t, { requests: 3 });
  const waiting = Array.from({ length: 3 }, () => ask(app, '/slow'));
  const visitor = await openSocket(t, app.url);
  let refusal = '';
  // Until all three are under way, this is answered.
  while (!refusal.includes(' 503 ')) {
    visitor.write(GET('/'));
    refusal = await readUntil(visitor, '\r\n\r\n');
  }
  const [answer] = splitAnswers(refusal);
  t.like(answer, BUSY);
  t.regex(answer?.body ?? '', BUSY_BODY);
  for (let round = 0; round < 10; round += 1) {
    t.like(await ask(app), { status: 503, retryAfter: '1' });
    t.like(await ask(app, '/healthz'), { status: 200 });
  }
  t.is(countLines(app, 'requests were refused: as many as allowed are under way'), 1);
  for (const _ of waiting) await app.answer();
  for (const { status } of await Promise.all(waiting)) t.is(status, 200);
  // On the connection of the refusal, too.
  visitor.write(GET('/'));
  t.regex(await readUntil(visitor, 'answered'), /^HTTP\/1\.1 200 /);
});

test('a refused request behind another on its connection never takes the place of that one’s answer', async (t) => {
  const app = await serveApp(t, { requests: 1 });
  const visitor = await openSocket(t, app.url);
  const come = readToEnd(visitor);
  visitor.write(GET('/slow') + GET('/') + GET('/'));
  await app.answer();
  const [first, second, ...others] = splitAnswers(await come);
  t.like(first, { status: 200, body: 'answered late' });
  t.like(second, BUSY);
  t.deepEqual(others, []);
});

test('requests whose bodies never come whole make room for those that come, the oldest first', async (t) => {
  const app = await serveApp(t, { requests: 3 });
  const slow = [];
  for (let at = 0; at < 3; at += 1) slow.push(await send(t, app, HALF_BODY));
  const [oldest = '', ...others] = slow.map(readToEnd);
  // Until all three are under way, nobody has to go.
  while (slow[0]?.closed === false) t.is((await ask(app)).status, 200);
  const [answer] = splitAnswers(await oldest);
  t.like(answer, BUSY);
  slow[2]?.write('2');
  t.regex(await readUntil(slow[2] ?? t.fail(), 'read 2'), /^HTTP\/1\.1 200 /);
  t.is(others.length, 2);
  t.is(countLines(app, 'requests were ended whose visitors did not send them or read their answers'), 1);
});

test('bodies that never come whole hold no more memory together than they may: the oldest makes room, and who sends is answered', async (t) => {
  const app = await serveApp(t, { bodyBytes: 700 * 1024 });
  const begin = (length: string) => send(t, app, `PUT / HTTP/1.1\r\nHost: a\r\n${length}\r\n\r\n`);
  // 200 KiB, as much as there can be (256 KiB), and 200 KiB.
  const slow = [await begin('Content-Length: 204800'), await begin('Transfer-Encoding: chunked')];
  const last = await begin('Content-Length: 204800');
  const ends = slow.map(readToEnd);
  // Small ones have room beside them, and what has no body has it always.
  for (let round = 0; round < 10; round += 1) {
    t.is((await fetch(app.url, { method: 'PUT', body: 'x'.repeat(1024) })).status, 200);
    t.is((await ask(app)).status, 200);
  }
  t.deepEqual(
    slow.map(({ closed }) => closed),
    [false, false],
  );
  t.is((await fetch(app.url, { method: 'PUT', body: 'x'.repeat(200 * 1024) })).status, 200);
  t.like(splitAnswers((await ends[0]) ?? '')[0], BUSY);
  t.is(slow[1]?.closed, false);
  last.write('x'.repeat(204800));
  t.regex(await readUntil(last, 'read 204800'), /^HTTP\/1\.1 200 /);
});

test('where all bodies that there may be wait for the service, one more gets 503, and what has none is answered', async (t) => {
  const app = await serveApp(t, { bodyBytes: 10 });
  const slow = await send(t, app, 'GET /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 8\r\n\r\n12345678');
  const write = () => fetch(app.url, { method: 'PUT', body: '123' });
  let refused = await write();
  // Until the slow one is under way, this is answered.
  while (refused.ok) refused = await write();
  t.is(refused.status, 503);
  t.is(refused.headers.get('retry-after'), '1');
  t.is((await ask(app)).status, 200);
  await app.answer();
  t.regex(await readUntil(slow, 'answered late'), /^HTTP\/1\.1 200 /);
  t.is((await write()).status, 200);
});

test('answers that nobody reads make room for requests that come', async (t) => {
  const app = await serveApp(t, { requests: 3 });
  const readers = [];
  for (let at = 0; at < 3; at += 1) readers.push((await send(t, app, GET('/large'))).pause());
  for (let round = 0; round < 20; round += 1) t.is((await ask(app)).status, 200);
  const [first] = readers;
  first?.resume();
  t.true((await readToEnd(first ?? t.fail())).length < LARGE.length);
});

test('answers that nobody reads hold no more memory together than they may: the oldest is let go, and who reads has all', async (t) => {
  const app = await serveApp(t, { unreadBytes: 3 * LARGE.length });
  const readers: Socket[] = [];
  for (let at = 0; at < 8; at += 1) {
    const reader = await send(t, app, GET('/large'));
    readers.push(reader.pause());
    await ask(app);
  }
  t.is((await ask(app, '/large')).body.length, LARGE.length);
  const come = readers.map(readToEnd);
  for (const reader of readers) reader.resume().end();
  const whole = (await Promise.all(come)).map((answer) => answer.endsWith(LARGE));
  t.deepEqual(whole.slice(0, 4), [false, false, false, false]);
  t.true(whole.at(-1));
  t.is(countLines(app, 'requests were ended whose visitors did not send them or read their answers'), 1);
});

test('an answer that is not read in its time is let go, and a service that takes long is waited for', async (t) => {
  const app = await serveApp(t, { answerMs: 200 });
  const late = ask(app, '/slow');
  const reader = await send(t, app, GET('/large'));
  reader.pause();
  // A byte now and then is not reading.
  const trickle = setInterval(() => void reader.read(1), 20);
  t.teardown(() => {
    clearInterval(trickle);
  });
  while (countLines(app, 'requests were ended') === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  clearInterval(trickle);
  const end = readToEnd(reader);
  reader.resume();
  t.true((await end).length < LARGE.length);
  await app.answer();
  t.like(await late, { status: 200, body: 'answered late' });
});

test('a connection that was closed leaves room', async (t) => {
  const app = await serveApp(t, { connections: 2, requests: 2 });
  for (let round = 0; round < 5; round += 1) {
    const sockets = [await send(t, app, HALF_BODY), await send(t, app, GET('/slow'))];
    for (const socket of sockets) {
      socket.destroy();
      await once(socket, 'close');
    }
    t.is((await ask(app)).status, 200);
  }
  t.is(countLines(app, 'were refused'), 0);
});

/** Opens so many connections, each of which has been answered once. */
async function openMany(t: ExecutionContext, app: ServedApp, count: number): Promise<Socket[]> {
  const sockets = await Promise.all(Array.from({ length: count }, () => send(t, app, GET('/'))));
  await Promise.all(sockets.map((socket) => readUntil(socket, 'answered')));
  app.begun.length = 0;
  return sockets;
}

test('a request that comes when other connections have sent hundreds at once waits for few of these', async (t) => {
  const app = await serveApp(t, { requests: 1_000 });
  const [visitor, ...crowd] = await openMany(t, app, 41);
  for (const socket of crowd) socket.write(GET('/').repeat(16));
  while (app.begun.length === 0) await turn();
  visitor?.write(GET('/healthz'));
  while (app.begun.length < 641) await turn();
  const place = app.begun.indexOf('/healthz');
  t.true(place > 0 && place < 320, `it was number ${place}`);
});

test('a request whose connection ends while it waits is not begun', async (t) => {
  const app = await serveApp(t, { connections: 300, requests: 5_000 });
  const [last, ...crowd] = await openMany(t, app, 201);
  for (const socket of crowd) socket.write(GET('/').repeat(16));
  while (app.begun.length === 0) await turn();
  for (const socket of crowd) socket.resetAndDestroy();
  last?.write(GET('/healthz'));
  while (!app.begun.includes('/healthz')) await turn();
  for (let before = 0; before < app.begun.length;) {
    before = app.begun.length;
    await delay(100);
  }
  t.true(app.begun.length < 3_200, `${app.begun.length} were begun`);
});
