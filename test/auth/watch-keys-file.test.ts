import { rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { createApiKeyAuthenticator } from '../../src/auth/authenticate.js';
import { changeKeysFile } from '../../src/auth/change-keys-file.js';
import { issueKey } from '../../src/auth/issue-key.js';
import { KeysFileError } from '../../src/auth/keys-file-error.js';
import { formatKeysFile } from '../../src/auth/keys-file.js';
import { watchKeysFile, type WatchedKeys } from '../../src/auth/watch-keys-file.js';
import { makeTemporaryFolder } from './temporary-folder.js';

/** Events of one watcher: each is taken once, in order. */
class EventQueue {
  readonly #told: string[] = [];
  readonly #waiting: ((event: string) => void)[] = [];

  tell(event: string): void {
    const waiter = this.#waiting.shift();
    if (waiter) waiter(event);
    else this.#told.push(event);
  }

  /** Waits for the next event. */
  async next(): Promise<string> {
    const told = this.#told.shift();
    return told ?? new Promise((resolve) => this.#waiting.push(resolve));
  }
}

const key = issueKey({ role: 'backend' });

async function watch(t: ExecutionContext, path?: string) {
  path ??= join(await makeTemporaryFolder(t), 'keys.json');
  await writeFile(path, formatKeysFile([key.stored]));
  const events = new EventQueue();
  const watched = await watchKeysFile(path, {
    onLoad: (count) => {
      events.tell(`loaded ${count}`);
    },
    onProblem: (error) => {
      events.tell(error.message);
    },
  });
  // The watcher keeps no process alive, and a test that waits for it must.
  const alive = setInterval(() => undefined, 60_000);
  t.teardown(() => {
    clearInterval(alive);
    watched.close();
  });
  return { path, events, watched };
}

/** Puts a text into the place of a file in one step, so that nothing in between is seen. */
async function put(path: string, text: string): Promise<void> {
  await writeFile(`${path}.put`, text);
  await rename(`${path}.put`, path);
}

/** Puts a symbolic link into the place of a file in one step. */
async function point(path: string, target: string): Promise<void> {
  await symlink(target, `${path}.link`);
  await rename(`${path}.link`, path);
}

function isInEffect(watched: WatchedKeys): boolean {
  return watched.current().find(key.stored.digest) !== undefined;
}

test('a missing or damaged file is an error at start', async (t) => {
  const path = join(await makeTemporaryFolder(t), 'keys.json');
  const nothing = { onLoad: () => undefined, onProblem: () => undefined };
  await t.throwsAsync(watchKeysFile(path, nothing), { instanceOf: KeysFileError, message: /does not exist/ });
  await writeFile(path, '{"version":1,"keys":[{}]}');
  await t.throwsAsync(watchKeysFile(path, nothing), { instanceOf: KeysFileError, message: /keys\[0\]/ });
});

test('a key that is revoked in the file is refused without a restart, and one that is added is taken', async (t) => {
  const { path, events, watched } = await watch(t);
  const authenticate = createApiKeyAuthenticator(() => watched.current());
  const other = issueKey({ role: 'frontend' });
  t.is(authenticate(`Bearer ${key.key}`).role, 'backend');

  await changeKeysFile(path, (keys = []) => [...keys, other.stored]);
  t.is(await events.next(), 'loaded 2');
  t.is(authenticate(`Bearer ${other.key}`).role, 'frontend');

  await changeKeysFile(path, (keys = []) => keys.filter(({ id }) => id !== key.stored.id));
  t.is(await events.next(), 'loaded 1');
  t.throws(() => authenticate(`Bearer ${key.key}`), { message: /unknown or was revoked/ });
  t.is(authenticate(`Bearer ${other.key}`).role, 'frontend');
});

for (const { title, spoil, expected } of [
  { title: 'deleted', spoil: (path: string) => rm(path), expected: /does not exist/ },
  { title: 'half-written', spoil: (path: string) => put(path, '{"version":1,"ke'), expected: /written in part/ },
  { title: 'emptied', spoil: (path: string) => put(path, ''), expected: /is empty/ },
  { title: 'replaced by a folder', spoil: (path: string) => point(path, '.'), expected: /not a regular file/ },
]) {
  test(`a file that is ${title} keeps the last good keys, and is taken again when it is good`, async (t) => {
    const { path, events, watched } = await watch(t);
    await spoil(path);
    t.regex(await events.next(), expected);
    t.true(isInEffect(watched));

    await put(path, '[]');
    t.regex(await events.next(), /does not hold a JSON object/);
    t.true(isInEffect(watched));

    await put(path, formatKeysFile([]));
    t.is(await events.next(), 'loaded 0');
    t.false(isInEffect(watched));
  });
}

test('a problem that lasts is told once, and told again when it comes back', async (t) => {
  const { path, events } = await watch(t);
  await put(path, '[]');
  t.regex(await events.next(), /does not hold a JSON object/);
  // Nothing tells that the file was looked at again: a second gives it three occasions.
  await sleep(1000);
  await put(path, formatKeysFile([key.stored]));
  t.is(await events.next(), 'loaded 1');
  await put(path, '[]');
  t.regex(await events.next(), /does not hold a JSON object/);
});

test('a file that comes back as it was is told as loaded', async (t) => {
  const { path, events, watched } = await watch(t);
  await rename(path, `${path}.away`);
  t.regex(await events.next(), /does not exist/);
  await rename(`${path}.away`, path);
  t.is(await events.next(), 'loaded 1');
  t.true(isInEffect(watched));
});

test('a symbolic link that points elsewhere is followed', async (t) => {
  const folder = await makeTemporaryFolder(t);
  const path = join(folder, 'keys.json');
  await symlink(join(folder, 'first.json'), path);
  const { events } = await watch(t, path);
  await writeFile(join(folder, 'second.json'), formatKeysFile([]));
  await point(path, join(folder, 'second.json'));
  t.is(await events.next(), 'loaded 0');
});
