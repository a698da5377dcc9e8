import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { openLmdbStore } from '../../../src/store/lmdb/open-lmdb-store.js';
import { makeTemporaryFolder } from '../../auth/temporary-folder.js';
import { organization, update } from '../make-change.js';
import { runChild } from './run-child.js';

function mount(disk: string, sizeKilobytes: number): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeKilobytes}k`, 'tmpfs', disk]).status === 0;
}

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'orgmeta-test-'));
  try {
    return mount(folder, 4) && spawnSync('umount', [folder]).status === 0;
  } finally {
    rmdirSync(folder);
  }
}

const [testDisk, unless] = canMount() ? [test, ''] : [test.skip, ' (can not run: it needs the right to mount)'];

/** Mounts a small disk until the test ends. */
async function mountDisk(t: ExecutionContext, sizeKilobytes: number): Promise<string> {
  const disk = join(await makeTemporaryFolder(t), 'disk');
  await mkdir(disk);
  t.true(mount(disk, sizeKilobytes));
  // Lazily: what is closed may stay mapped for a moment, and then the disk is busy.
  t.teardown(() => spawnSync('umount', ['--lazy', disk]));
  return disk;
}

async function openInChild(t: ExecutionContext, dataDir: string): Promise<{ name?: string; message?: string }> {
  const child = runChild(t, 'open-folders.child.ts', [dataDir]);
  let result = {};
  for await (const line of child.lines) result = JSON.parse(line) as typeof result;
  t.is(await child.ended, 0);
  return result;
}

for (const sizeKilobytes of [4, 8, 32, 60]) {
  testDisk(
    `a disk of ${sizeKilobytes} KB is refused for a new database, by a process that lives on${unless}`,
    async (t) => {
      const disk = await mountDisk(t, sizeKilobytes);
      const result = await openInChild(t, disk);
      t.is(result.name, 'StoreOpenError');
      t.is(result.message, `${disk} has no room for a database; make room, or name another folder`);
      t.deepEqual(await readdir(disk), []);
    },
  );
}

testDisk(`a full disk is refused where the lock file is missing, and opens when there is room${unless}`, async (t) => {
  const disk = await mountDisk(t, 400);
  const store = await openLmdbStore(disk, { onDamage: () => undefined });
  await store.write(organization('o'), update({ a: 1 }));
  await store.close();
  await rm(join(disk, 'orgmeta.mdb-lock'));
  const filler = join(disk, 'filler');
  await writeFile(filler, Buffer.alloc(400 * 1024)).catch(() => undefined);
  t.regex((await openInChild(t, disk)).message ?? '', /has no room for a database/);
  await rm(filler);
  const opened = await openLmdbStore(disk, { onDamage: () => undefined });
  t.not(await opened.get(organization('o')), undefined);
  await opened.close();
});

test('what a crash left of a database that was being made is removed, and what is being made now stays', async (t) => {
  const dataDir = await makeTemporaryFolder(t);
  const [left, young] = [join(dataDir, '.new-abcdef'), join(dataDir, '.new-ghijkl')];
  for (const folder of [left, young]) {
    await mkdir(folder);
    await writeFile(join(folder, 'orgmeta.mdb'), '');
  }
  const hourAgo = new Date(Date.now() - 3_600_000);
  await utimes(left, hourAgo, hourAgo);
  const store = await openLmdbStore(dataDir, { onDamage: () => undefined });
  await store.close();
  t.false(existsSync(left));
  t.true((await stat(young)).isDirectory());
  t.deepEqual((await readdir(dataDir)).sort(), ['.new-ghijkl', 'orgmeta.mdb', 'orgmeta.mdb-lock']);
});
