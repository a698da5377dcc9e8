import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import test, { type ExecutionContext } from 'ava';
import { createTokenAuthenticator } from '../../../src/auth/jwt/token-authenticator.js';
import { watchKeyUrl } from '../../../src/auth/jwt/watch-key-url.js';
import { FakeClock } from './fake-clock.js';
import { createSigningKey, formatKeySet, signToken, startKeySetServer, type KeySetServer } from './issuer.js';
import { clerk } from './provider-tokens.js';

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;
const first = await createSigningKey('key-1');
const second = await createSigningKey('key-2');
const { rules, claims } = clerk;

const failWith = (status: number) => (_request: unknown, response: { writeHead(status: number): { end(): void } }) => {
  response.writeHead(status).end();
};

/** Watches a key set server with a clock of the test's own; `told` is what the source told. */
async function watch(t: ExecutionContext, prepare: (server: KeySetServer) => void = () => undefined) {
  const server = await startKeySetServer([first]);
  prepare(server);
  const clock = new FakeClock(START);
  const told: string[] = [];
  const source = await watchKeyUrl(server.url, {
    algorithms: ['RS256'],
    clock,
    events: {
      onLoad: (count) => told.push(`loaded ${count}`),
      onProblem: ({ message }) => told.push(message.replace(server.url.href, '<url>')),
    },
  });
  t.teardown(() => {
    source.close();
    server.close();
  });
  const authenticate = createTokenAuthenticator(source, rules, () => clock.now());
  /** Moves on, and waits for each request that falls due to be answered. */
  const passTime = async (ms: number) => {
    const end = clock.now() + ms;
    for (let due = clock.next(); due !== undefined && due <= end; due = clock.next()) {
      clock.moveTo(due);
      while (clock.next() === undefined) await new Promise(setImmediate);
    }
    clock.moveTo(end);
  };
  const token = (key = first) => signToken(key, claims(clock.now()));
  return { server, clock, told, source, authenticate, passTime, token };
}

test('a key that appears in the set is taken at the first token that names it', async (t) => {
  const { server, told, authenticate, passTime, token } = await watch(t);
  t.is((await authenticate(await token())).role, 'frontend');
  await passTime(MINUTE / 2);
  server.answer([first, second]);
  t.is((await authenticate(await token(second))).role, 'frontend');
  t.is(server.requests(), 2);
  t.deepEqual(told, ['loaded 1', 'loaded 2']);
});

test('a key that has left the set is refused after 5 minutes, without being asked for', async (t) => {
  const { server, authenticate, passTime, token } = await watch(t);
  server.answer([second]);
  t.is((await authenticate(await token())).role, 'frontend');
  await passTime(5 * MINUTE);
  await t.throwsAsync(async () => authenticate(await token()), { message: /key that is not known/ });
  t.is((await authenticate(await token(second))).role, 'frontend');
});

test('tokens of unknown keys cause one request in 30 seconds, however many they are', async (t) => {
  const { server, clock, authenticate, token } = await watch(t);
  const unknown = await signToken({ ...second, kid: 'unknown' }, claims(START));
  const storm = async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 500 }, async (_, index) =>
        authenticate(index % 2 ? unknown : await signToken({ ...second, kid: `unknown-${index}` }, claims(START))),
      ),
    );
    t.true(outcomes.every(({ status }) => status === 'rejected'));
    return server.requests();
  };
  t.is(await storm(), 1, 'it has been looked just now');
  clock.moveTo(START + 29_999);
  t.is(await storm(), 1);
  clock.moveTo(START + 30_000);
  t.is(await storm(), 2);
  t.is(await storm(), 2);
  t.is((await authenticate(await token())).role, 'frontend');
});

test('while the URL fails for 30 minutes the last good keys stay, and requests become few', async (t) => {
  const { server, told, authenticate, passTime, token } = await watch(t);
  server.answer(failWith(503));
  let before = server.requests();
  const perTenMinutes: number[] = [];
  for (let tens = 0; tens < 3; tens += 1) {
    await passTime(10 * MINUTE);
    perTenMinutes.push(server.requests() - before);
    before = server.requests();
    t.is((await authenticate(await token())).role, 'frontend');
  }
  t.true(server.requests() >= 10 && server.requests() <= 40, `${perTenMinutes.join(', ')} requests`);
  t.true((perTenMinutes[2] ?? Infinity) <= 5, `${perTenMinutes.join(', ')} requests`);
  t.deepEqual(told, ['loaded 1', 'the key set at <url> answers with the status 503']);

  server.answer([second]);
  await passTime(5 * MINUTE);
  t.is((await authenticate(await token(second))).role, 'frontend');
  t.is(told.at(-1), 'loaded 1');
});

test('a URL that can’t be reached at first is no error, and is taken when it comes', async (t) => {
  const { server, told, authenticate, passTime, token } = await watch(t, (down) => {
    down.answer((request) => request.socket.destroy());
  });
  t.is(told.length, 1);
  t.regex(told[0] ?? '', /can't be read/);
  await t.throwsAsync(async () => authenticate(await token()), { message: /could not be read so far/ });
  t.is(server.requests(), 1);
  server.answer([first]);
  await passTime(1000);
  t.is((await authenticate(await token())).role, 'frontend');
});

for (const { title, answer, expected } of [
  {
    title: 'is no JSON',
    answer: '<html>',
    expected: 'the key set at <url> is not JSON, or was only written in part',
  },
  { title: 'is no key set', answer: '{"key":[]}', expected: 'the key set at <url> is no JSON Web Key Set' },
  {
    title: 'is too large',
    answer: `{"keys":[],"padding":"${'x'.repeat(256 * 1024)}"}`,
    expected: 'the key set at <url> is larger than 262144 bytes',
  },
]) {
  test(`an answer that ${title} keeps the last good keys`, async (t) => {
    const { server, told, authenticate, passTime, token } = await watch(t);
    server.answer((_request, response) => response.end(answer));
    await passTime(5 * MINUTE);
    t.deepEqual(told, ['loaded 1', expected]);
    t.is((await authenticate(await token())).role, 'frontend');
  });
}

test('a set without a key takes the keys away, as its issuer wants it', async (t) => {
  const { server, told, authenticate, passTime, token } = await watch(t);
  server.answer([]);
  await passTime(5 * MINUTE);
  t.deepEqual(told, ['loaded 1', 'loaded 0']);
  await t.throwsAsync(async () => authenticate(await token()), { message: /key that is not known/ });
});

test('a redirect is followed within the origin, and to no other', async (t) => {
  const elsewhere = await startKeySetServer([second]);
  t.teardown(() => {
    elsewhere.close();
  });
  const { server, told, authenticate, passTime, token } = await watch(t, (redirecting) => {
    redirecting.answer((request, response) => {
      if (request.url === '/moved') response.end(formatKeySet([first]));
      else response.writeHead(302, { location: '/moved' }).end();
    });
  });
  t.is((await authenticate(await token())).role, 'frontend');
  for (const { location, expected } of [
    { location: elsewhere.url.href, expected: 'redirects to another origin, which is not followed' },
    { location: '/.well-known/jwks.json', expected: 'redirects too often' },
  ]) {
    server.answer((_request, response) => response.writeHead(307, { location }).end());
    await passTime(5 * MINUTE);
    t.is(told.at(-1), `the key set at <url> ${expected}`);
  }
  t.is(elsewhere.requests(), 0);
  t.is((await authenticate(await token())).role, 'frontend');
});

test('an issuer that does not answer is given up after 5 seconds', async (t) => {
  const { told } = await watch(t, (mute) => {
    mute.answer(() => undefined);
  });
  t.deepEqual(told, ["the key set at <url> can't be read within 5 seconds"]);
});

test('to close ends a request that is under way, and tells nothing more', async (t) => {
  const { server, clock, told, source } = await watch(t);
  const asked = new Promise<IncomingMessage>((resolve) => {
    server.answer(resolve);
  });
  clock.moveTo(clock.next() ?? 0);
  const { socket } = await asked;
  const ended = once(socket, 'close');
  source.close();
  await ended;
  t.deepEqual(told, ['loaded 1']);
  t.is(clock.next(), undefined);
});
