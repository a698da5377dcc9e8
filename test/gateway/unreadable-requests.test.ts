import { setTimeout as delay } from 'node:timers/promises';
import test from 'ava';
import { LARGE, serveApp } from './serve-app.js';
import { openSocket, readToEnd, readUntil, splitAnswers, type RawAnswer } from './raw-http.js';

/** Sees that an error has the shape of all others, and that it says that the connection ends. */
function codeOf({ headers, body }: RawAnswer): string {
  const { errors } = JSON.parse(body) as { errors: { code: string; message: string; long_message: string }[] };
  const [error] = errors;
  if (headers['content-type'] !== 'application/json' || headers['cache-control'] !== 'no-store') return 'no headers';
  return error !== undefined && error.message !== '' && error.long_message !== '' ? error.code : 'no error';
}

const GARBAGE = 'what is this?\r\n\r\n';
const GET = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
const BEGUN = 'PUT / HTTP/1.1\r\nHost: a\r\n';

const UNREADABLE = [
  { title: 'garbage', sent: GARBAGE, status: 400, code: 'bad_request' },
  { title: 'a header without a name', sent: 'GET / HTTP/1.1\r\n: a\r\n\r\n', status: 400, code: 'bad_request' },
  {
    title: 'two lengths',
    sent: `${BEGUN}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`,
    status: 400,
    code: 'bad_request',
  },
  {
    title: 'a broken chunk',
    sent: `${BEGUN}Transfer-Encoding: chunked\r\n\r\nz\r\n`,
    status: 400,
    code: 'bad_request',
  },
  {
    title: 'headers that are too large',
    sent: `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(80 * 1024)}\r\n\r\n`,
    status: 431,
    code: 'request_headers_too_large',
  },
  { title: 'headers that never end', sent: 'GET / HTTP/1.1\r\nHost: a\r\n', status: 408, code: 'request_timeout' },
  { title: 'a body that never ends', sent: `${BEGUN}Content-Length: 9\r\n\r\n1`, status: 408, code: 'request_timeout' },
  { title: 'CONNECT', sent: 'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n', status: 501, code: 'not_implemented' },
];

for (const { title, sent, status, code } of UNREADABLE) {
  test(`${title} gets ${status} in the shape of all errors, and the connection ends`, async (t) => {
    const { url, log } = await serveApp(t, { headersMs: 300, requestMs: 300, lookMs: 20 });
    const socket = await openSocket(t, url);
    socket.write(sent);
    const answers = splitAnswers(await readToEnd(socket));
    t.is(answers.length, 1);
    t.like(answers[0], { status, headers: { connection: 'close' } });
    t.deepEqual(answers.map(codeOf), [code]);
    t.regex(
      log(),
      new RegExp(`"level":"info".*"status":${status},"peer":"127.0.0.1","msg":"a request could not be read"`),
    );
  });
}

for (const { title, sent, status, code } of [
  { title: 'no Host', sent: 'GET / HTTP/1.1\r\n\r\n', status: 400, code: 'bad_request' },
  {
    title: 'an expectation',
    sent: 'GET / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n',
    status: 417,
    code: 'expectation_failed',
  },
]) {
  test(`${title} gets ${status} in the shape of all errors, and the connection goes on`, async (t) => {
    const { url } = await serveApp(t);
    const socket = await openSocket(t, url);
    socket.write(`${sent}GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    const [refused, next] = splitAnswers(await readToEnd(socket));
    t.is(refused?.status, status);
    t.is(refused && codeOf(refused), code);
    t.like(next, { status: 200, body: 'answered' });
  });
}

test('what can not be read is answered for after the answers that are due, each whole and in its order', async (t) => {
  const { url, answer } = await serveApp(t);
  const socket = await openSocket(t, url);
  const come = readToEnd(socket);
  socket.write(GET('/slow') + GET('/large') + GET('/') + GARBAGE);
  // More of it makes it no worse.
  socket.write(GARBAGE.repeat(100));
  await answer();
  const answers = splitAnswers(await come);
  t.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 400],
  );
  t.is(answers[0]?.body, 'answered late');
  t.true(answers[1]?.body === LARGE);
  t.deepEqual(answers.slice(3).map(codeOf), ['bad_request']);
});

test('a body that breaks off in the middle is answered for after the answers that are due', async (t) => {
  const { url, answer } = await serveApp(t);
  const socket = await openSocket(t, url);
  const come = readToEnd(socket);
  socket.write(`${GET('/slow')}${BEGUN}Transfer-Encoding: chunked\r\n\r\nz\r\n`);
  await answer();
  t.deepEqual(
    splitAnswers(await come).map(({ status }) => status),
    [200, 400],
  );
});

test('an answer that is being read goes on to its end when the next request can not be read', async (t) => {
  const { url } = await serveApp(t);
  const socket = await openSocket(t, url);
  socket.write(GET('/large'));
  const begin = await readUntil(socket, '\r\n\r\n');
  socket.pause();
  socket.write(GARBAGE);
  // The server has read it once it has answered others.
  for (let round = 0; round < 3; round += 1) t.is((await fetch(url)).status, 200);
  const rest = readToEnd(socket);
  socket.resume();
  const answers = splitAnswers(begin + (await rest));
  t.deepEqual(
    answers.map(({ status, body }) => [status, body === LARGE]),
    [
      [200, true],
      [400, false],
    ],
  );
});

test('a client that asks for CONNECT, and resets its connection before, while or after it is answered, ends nothing else', async (t) => {
  const { url } = await serveApp(t);
  for (const wait of [undefined, 0, 1, 5, 20]) {
    const sockets = await Promise.all(Array.from({ length: 20 }, () => openSocket(t, url)));
    for (const socket of sockets) {
      // What is not read makes the system say at once that it is lost.
      socket.pause();
      socket.write('CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n');
    }
    if (wait !== undefined) await delay(wait);
    for (const socket of sockets) socket.resetAndDestroy();
    await delay(20);
  }
  const socket = await openSocket(t, url);
  socket.write(GARBAGE);
  t.like(splitAnswers(await readToEnd(socket))[0], { status: 400 });
});
