import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { formatKeysFile } from '../../src/auth/keys-file.js';
import { KeysFileError } from '../../src/auth/keys-file-error.js';
import { readKeysFile } from '../../src/auth/read-keys-file.js';
import { openServiceKeys, type FirstKeys } from '../../src/cli/service-keys.js';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';

const noEvents = { onLoad: () => undefined, onProblem: () => undefined };

async function open(t: ExecutionContext, path: string) {
  const keys = await openServiceKeys(path, noEvents);
  t.teardown(() => {
    keys.close();
  });
  return keys;
}

test('the first start creates a key of each role, which are in effect then', async (t) => {
  const path = join(await makeTemporaryFolder(t), 'keys.json');
  const keys = await open(t, path);
  t.is(keys.current().size, 0);
  await t.throwsAsync(readKeysFile(path), { instanceOf: KeysFileError });

  const shown: FirstKeys[] = [];
  await keys.createFirst((created) => shown.push(created));
  t.is(shown.length, 1);
  t.is(keys.current().size, 2);
  for (const role of ['backend', 'frontend'] as const) {
    const { stored } = shown[0]?.[role] ?? t.fail();
    t.is(stored.role, role);
    t.is(keys.current().find(stored.digest)?.key.id, stored.id);
  }
});

test('a start that finds a keys file creates and shows nothing, even if the file has no keys', async (t) => {
  const path = join(await makeTemporaryFolder(t), 'keys.json');
  await writeFile(path, formatKeysFile([]));
  const keys = await open(t, path);
  await keys.createFirst(() => t.fail());
  t.is(keys.current().size, 0);
});

test('of several processes that start first at once, one creates and shows the keys, and all have them', async (t) => {
  const path = join(await makeTemporaryFolder(t), 'keys.json');
  const all = await Promise.all(Array.from({ length: 5 }, () => open(t, path)));
  const shown: FirstKeys[] = [];
  await Promise.all(all.map((keys) => keys.createFirst((created) => shown.push(created))));
  t.is(shown.length, 1);
  const digest = shown[0]?.backend.stored.digest ?? t.fail();
  for (const keys of all) t.truthy(keys.current().find(digest));
});

test('if the keys can not be shown, no file is written', async (t) => {
  const path = join(await makeTemporaryFolder(t), 'keys.json');
  const keys = await open(t, path);
  const show = () => {
    throw new Error('stdout is closed');
  };
  await t.throwsAsync(keys.createFirst(show), { message: 'stdout is closed' });
  await t.throwsAsync(readKeysFile(path), { message: /does not exist/ });
});

test('a damaged keys file is an error, and no first start', async (t) => {
  const path = join(await makeTemporaryFolder(t), 'keys.json');
  await writeFile(path, '{');
  await t.throwsAsync(openServiceKeys(path, noEvents), { instanceOf: KeysFileError, message: /written in part/ });
});
