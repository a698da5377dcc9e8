import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import test from 'ava';
import { makeFolder } from '../../src/cli/make-folder.js';

test('a folder is made with the ones above it, for its owner alone, and may be there already', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'orgmeta-folder-'));
  t.teardown(() => rm(root, { recursive: true }));
  const folder = join(root, 'a/b/c');
  await makeFolder(folder);
  await makeFolder(folder);
  for (const path of [folder, join(root, 'a')]) t.is((await stat(path)).mode & 0o777, 0o700, path);
});

test('a folder that a path leads to through a symbolic link is made behind the link', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'orgmeta-folder-'));
  t.teardown(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'releases/1'), { recursive: true });
  await symlink('releases/1', join(root, 'current'));
  await makeFolder(`${relative(process.cwd(), root)}/current/../a/b`);
  t.deepEqual((await readdir(root)).sort(), ['current', 'releases']);
  t.true((await stat(join(root, 'releases/a/b'))).isDirectory());
});

test('a folder below a file is left to be refused by whoever opens it', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'orgmeta-folder-'));
  t.teardown(() => rm(root, { recursive: true }));
  await writeFile(join(root, 'file'), '');
  await t.notThrowsAsync(makeFolder(join(root, 'file/a')));
  await t.throwsAsync(stat(join(root, 'file/a')));
});

const onLinux = process.platform === 'linux' ? test : test.skip;

// There is no /proc elsewhere.
onLinux('a folder where the file system takes none is refused, and not tried for ever', async (t) => {
  await t.throwsAsync(makeFolder('/proc/orgmeta/data'), {
    name: 'CliError',
    message: /\/proc\/orgmeta\/data can't be made/,
  });
});
