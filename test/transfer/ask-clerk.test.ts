import test from 'ava';
import { ClerkRefusal, createAskClerk } from '../../src/transfer/clerk/ask-clerk.js';

/** Asks for what fails in turn with these errors, and then succeeds. */
async function ask(errors: readonly object[]) {
  const left = [...errors];
  const waited: number[] = [];
  const wait = (milliseconds: number) => {
    waited.push(milliseconds);
    return Promise.resolve();
  };
  const askClerk = createAskClerk({ signal: new AbortController().signal, wait });
  const answer = await askClerk(() => {
    const error = left.shift();
    return error === undefined ? Promise.resolve('answer') : Promise.reject(Object.assign(new Error('failed'), error));
  }).catch((error: unknown) => error);
  return { answer, waited };
}

const rateLimited = { status: 429, retryAfter: 7 };
const unavailable = { status: 503 };
const unreachable = {};

for (const { title, errors, waited } of [
  { title: 'what is answered at once', errors: [], waited: [] },
  { title: 'a limited rate, for as long as Clerk says', errors: [rateLimited], waited: [7000] },
  { title: 'a limited rate without a time', errors: [{ status: 429 }], waited: [10_000] },
  {
    title: 'a limited rate without end',
    errors: Array(50).fill(rateLimited) as object[],
    waited: Array(50).fill(7000),
  },
  { title: 'Clerk being down', errors: [unavailable, unavailable], waited: [1000, 2000] },
  { title: 'no connection', errors: [unreachable, unavailable, unreachable], waited: [1000, 2000, 4000] },
]) {
  test(`Clerk is asked again after ${title}`, async (t) => {
    t.deepEqual(await ask(errors), { answer: 'answer', waited });
  });
}

for (const { title, errors, message, waits } of [
  { title: 'a wrong key', errors: [{ status: 401 }], message: /does not take the key in CLERK_SECRET_KEY/, waits: 0 },
  {
    title: 'what is forbidden',
    errors: [{ status: 403, errors: [{ longMessage: 'No.' }] }],
    message: /answers with 403: No\./,
    waits: 0,
  },
  { title: 'Clerk being down for long', errors: Array(7).fill(unavailable) as object[], message: /with 503/, waits: 6 },
  {
    title: 'no connection for long',
    errors: Array(7).fill(unreachable) as object[],
    message: /reached: failed/,
    waits: 6,
  },
]) {
  test(`Clerk is not asked again after ${title}`, async (t) => {
    const { answer, waited } = await ask(errors);
    t.true(answer instanceof ClerkRefusal);
    t.regex((answer as Error).message, message);
    t.is(waited.length, waits);
  });
}

test('an answer that never comes is not waited for once the signal is given', async (t) => {
  const stop = new AbortController();
  const asked = createAskClerk({ signal: stop.signal })(() => new Promise<string>(() => undefined));
  stop.abort(new Error('stopped'));
  await t.throwsAsync(asked, { message: 'stopped' });
});
