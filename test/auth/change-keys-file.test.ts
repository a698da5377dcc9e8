import { chmod, mkdir, readdir, readFile, stat, symlink, lstat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { changeKeysFile } from '../../src/auth/change-keys-file.js';
import { issueKey } from '../../src/auth/issue-key.js';
import { KeysFileError } from '../../src/auth/keys-file-error.js';
import { readKeysFile } from '../../src/auth/read-keys-file.js';
import { makeTemporaryFolder } from './temporary-folder.js';

async function makePath(t: ExecutionContext): Promise<string> {
  return join(await makeTemporaryFolder(t), 'keys.json');
}

/** Adds one key, and returns its id. */
async function addKey(path: string): Promise<string> {
  const { stored } = issueKey({ role: 'backend' });
  await changeKeysFile(path, (keys = []) => [...keys, stored]);
  return stored.id;
}

async function readIds(path: string): Promise<string[]> {
  return (await readKeysFile(path)).keys.map(({ id }) => id);
}

test('a new file is for its owner alone, and nothing else is left beside it', async (t) => {
  const path = join(await makeTemporaryFolder(t), 'keys.json');
  const id = await addKey(path);
  t.deepEqual(await readIds(path), [id]);
  t.is((await stat(path)).mode & 0o777, 0o600);
  t.deepEqual(await readdir(join(path, '..')), ['keys.json']);
});

test('a file that is replaced keeps its mode', async (t) => {
  const path = await makePath(t);
  await addKey(path);
  await chmod(path, 0o640);
  await addKey(path);
  t.is((await stat(path)).mode & 0o777, 0o640);
});

test('a symbolic link stays one', async (t) => {
  const path = await makePath(t);
  await mkdir(join(path, '..', 'real'));
  const real = join(path, '..', 'real', 'keys.json');
  await writeFile(real, '{"version":1,"keys":[]}');
  await symlink(real, path);
  const id = await addKey(path);
  t.true((await lstat(path)).isSymbolicLink());
  t.deepEqual(await readIds(real), [id]);
});

test('of many changes at once none is lost', async (t) => {
  const path = await makePath(t);
  const ids = await Promise.all(Array.from({ length: 20 }, () => addKey(path)));
  t.deepEqual((await readIds(path)).sort(), ids.sort());
});

test('a change sees whether there was a file', async (t) => {
  const path = await makePath(t);
  const seen: (number | undefined)[] = [];
  const look = () =>
    changeKeysFile(path, (keys) => {
      seen.push(keys?.length);
      return undefined;
    });
  await look();
  await addKey(path);
  await look();
  t.deepEqual(seen, [undefined, 1]);
});

test('a change that throws writes nothing and gives the lock back', async (t) => {
  const path = await makePath(t);
  const id = await addKey(path);
  const failure = new Error('no');
  const change = () => {
    throw failure;
  };
  t.is(await t.throwsAsync(changeKeysFile(path, change)), failure);
  t.deepEqual(await readIds(path), [id]);
  t.deepEqual(await readdir(join(path, '..')), ['keys.json']);
});

test('a damaged file is never written over', async (t) => {
  const path = await makePath(t);
  await writeFile(path, '{"version":1,');
  await t.throwsAsync(addKey(path), { instanceOf: KeysFileError, message: /written in part/ });
  t.is(await readFile(path, 'utf8'), '{"version":1,');
});

test('a lock and a half-written file that a crash left are no hindrance', async (t) => {
  const path = await makePath(t);
  const id = await addKey(path);
  await writeFile(`${path}.new`, 'half');
  await writeFile(`${path}.lock`, '');
  const past = new Date(Date.now() - 60_000);
  await utimes(`${path}.lock`, past, past);
  const ids = await Promise.all([addKey(path), addKey(path)]);
  t.deepEqual((await readIds(path)).sort(), [id, ...ids].sort());
  t.deepEqual(await readdir(join(path, '..')), ['keys.json']);
});

test('what the system refuses is told with the name of the file', async (t) => {
  const path = join(await makePath(t), 'keys.json');
  await writeFile(join(path, '..'), 'not a folder');
  await t.throwsAsync(addKey(path), { instanceOf: KeysFileError, message: /can't be written|can't be read/ });
});
