import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { open } from 'lmdb';
import { FORMAT } from '../../../src/store/lmdb/database-mark.js';
import { MARK_KEY } from '../../../src/store/lmdb/keys.js';
import { openDatabase } from '../../../src/store/lmdb/open-database.js';
import { openStore } from '../../../src/store/open-store.js';
import { membership, update } from '../make-change.js';
import { runChild } from './run-child.js';

const PAGE_BYTES = 4096;

/** A folder as it is found at start, and what is said of it; nothing, if the store opens. */
interface Found {
  readonly title: string;
  /** Prepares a folder that holds the sound database of a store with some records. */
  readonly prepare: (folder: string, file: string) => Promise<unknown>;
  readonly refusal?: RegExp;
}

/** What the child says of a folder. */
interface Result {
  readonly dataDir: string;
  readonly opened?: true;
  readonly name?: string;
  readonly message?: string;
}

async function change(file: string, edit: (bytes: Buffer) => unknown): Promise<void> {
  const bytes = await readFile(file);
  edit(bytes);
  await writeFile(file, bytes);
}

async function empty(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
}

async function setFormat(file: string, format: number): Promise<void> {
  const database = openDatabase(file);
  const mark = JSON.parse(Buffer.from(database.get(MARK_KEY) ?? []).toString()) as object;
  await database.put(MARK_KEY, Buffer.from(JSON.stringify({ ...mark, format, more: {} })));
  await database.close();
}

/** A page of the tree of records, within the file. */
interface TreePage {
  readonly bytes: Buffer;
  readonly number: number;
  /** Where its entries begin. */
  readonly entries: readonly number[];
}

function treePage(file: Buffer, number: number): TreePage {
  const bytes = file.subarray(number * PAGE_BYTES, (number + 1) * PAGE_BYTES);
  const count = bytes.readUInt16LE(20) / 2;
  const entries = Array.from({ length: count }, (_, index) => 24 + bytes.readUInt16LE(24 + 2 * index));
  return { bytes, number, entries };
}

/** Damages the root, which is a branch page, or the second leaf. */
function changePage(which: 'root' | 'leaf', edit: (page: TreePage, root: TreePage) => unknown) {
  return (_: string, file: string) =>
    change(file, (bytes) => {
      const [first = 0n, second = 0n] = [0, PAGE_BYTES].map((page) => bytes.readBigUInt64LE(page + 152));
      const root = treePage(bytes, Number(bytes.readBigUInt64LE((first > second ? 0 : PAGE_BYTES) + 136)));
      edit(which === 'root' ? root : treePage(bytes, root.bytes.readUIntLE(root.entries[1] ?? 0, 6)), root);
    });
}

/** What a page may say that LMDB takes on trust. */
const damagedPages: Found[] = [
  {
    title: 'that says it is another',
    prepare: changePage('leaf', ({ bytes, number }) => bytes.writeBigUInt64LE(BigInt(number + 1), 0)),
  },
  {
    title: 'of a transaction to come',
    prepare: changePage('leaf', ({ bytes }) => bytes.writeBigUInt64LE(1n << 40n, 8)),
  },
  { title: 'of a kind that it can not be', prepare: changePage('leaf', ({ bytes }) => bytes.writeUInt16LE(1, 18)) },
  { title: 'without entries', prepare: changePage('leaf', ({ bytes }) => bytes.writeUInt16LE(0, 20)) },
  {
    title: 'with more entries than there is room',
    prepare: changePage('leaf', ({ bytes }) => bytes.writeUInt16LE(4000, 20)),
  },
  {
    title: 'with an entry past its end',
    prepare: changePage('leaf', ({ bytes }) => bytes.writeUInt16LE(60_000, 24)),
  },
  {
    title: 'with a value longer than the page',
    prepare: changePage('leaf', ({ bytes, entries: [entry = 0] }) => bytes.writeUInt32LE(5000, entry)),
  },
  {
    title: 'with a key longer than the page',
    prepare: changePage('leaf', ({ bytes, entries: [entry = 0] }) => bytes.writeUInt16LE(5000, entry + 6)),
  },
  {
    title: 'with two entries at one place',
    prepare: changePage('leaf', ({ bytes }) => bytes.copy(bytes, 24, 26, 28)),
  },
  {
    title: 'with keys out of order',
    prepare: changePage('leaf', ({ bytes, entries: [entry = 0] }) => bytes.write('z', entry + 8)),
  },
  {
    title: 'that leads back to itself',
    prepare: changePage('root', ({ bytes, number, entries }) => bytes.writeUIntLE(number, entries[1] ?? 0, 6)),
  },
  {
    title: 'that leads to one page twice',
    prepare: changePage('root', ({ bytes, entries: [first = 0, second = 0] }) =>
      bytes.copy(bytes, second, first, first + 6),
    ),
  },
].map(({ title, prepare }) => ({ title: `a page ${title}`, prepare, refusal: /has a damaged page \d+; restore it/ }));

const found: Found[] = [
  ...damagedPages,
  {
    title: 'a last page past the end of what LMDB had mapped',
    prepare: (_, file) =>
      change(file, (bytes) => {
        for (const page of [0, PAGE_BYTES]) bytes.writeUInt8(1, page + 149);
      }),
    refusal: /has a damaged meta page/,
  },
  { title: 'a sound database', prepare: () => Promise.resolve() },
  { title: 'a folder that is not there', prepare: (folder) => rm(folder, { recursive: true }) },
  {
    title: 'a folder with nothing but hidden files, keys and what a volume has',
    prepare: async (folder) => {
      await empty(folder);
      await mkdir(join(folder, 'lost+found'));
      for (const name of ['keys.json', '.gitkeep', '.new-abc']) await writeFile(join(folder, name), '');
    },
  },
  { title: 'a database that other files lie beside', prepare: (folder) => writeFile(join(folder, 'notes.txt'), '') },
  { title: 'a database without its lock file', prepare: (_, file) => rm(`${file}-lock`) },
  {
    title: 'a database whose lock file is garbage',
    prepare: (_, file) => writeFile(`${file}-lock`, randomBytes(8192)),
  },
  {
    title: 'a file where the folder should be',
    prepare: async (folder) => {
      await rm(folder, { recursive: true });
      await writeFile(folder, '');
    },
    refusal: /is, or lies below, a file; name a folder/,
  },
  {
    title: 'a folder with files of something else',
    prepare: async (folder) => {
      await empty(folder);
      await writeFile(join(folder, 'thesis.doc'), '');
    },
    refusal: /holds other files \(such as thesis\.doc\).*name an empty folder/,
  },
  {
    title: 'a folder where the file should be',
    prepare: async (_, file) => {
      await rm(file);
      await mkdir(file);
    },
    refusal: /is not a file/,
  },
  {
    title: 'a folder where the lock file should be',
    prepare: async (_, file) => {
      await rm(`${file}-lock`);
      await mkdir(`${file}-lock`);
    },
    refusal: /orgmeta\.mdb-lock is not a file; remove it/,
  },
  {
    title: 'a folder where the lock file of a new database should be',
    prepare: async (folder, file) => {
      await empty(folder);
      await mkdir(`${file}-lock`);
    },
    refusal: /orgmeta\.mdb-lock is not a file; remove it/,
  },
  {
    title: 'a link to nothing where the lock file should be',
    prepare: async (_, file) => {
      await rm(`${file}-lock`);
      await symlink(join(tmpdir(), 'orgmeta-nowhere', 'lock'), `${file}-lock`);
    },
    refusal: /orgmeta\.mdb-lock is not a file; remove it/,
  },
  { title: 'an empty lock file', prepare: (_, file) => truncate(`${file}-lock`, 0) },
  { title: 'an empty file', prepare: (_, file) => truncate(file, 0), refusal: /is empty; restore it/ },
  { title: 'a file of 100 bytes', prepare: (_, file) => truncate(file, 100), refusal: /is cut short/ },
  { title: 'a file of one page', prepare: (_, file) => truncate(file, PAGE_BYTES), refusal: /is cut short/ },
  {
    title: 'a file cut to its meta pages',
    prepare: (_, file) => truncate(file, 2 * PAGE_BYTES),
    refusal: /is cut short/,
  },
  {
    title: 'a file cut in half',
    prepare: async (_, file) => truncate(file, (await readFile(file)).length / 2),
    refusal: /is cut short: it has \d+ pages and needs page \d+; restore it from a backup/,
  },
  {
    title: 'a zeroed first page',
    prepare: (_, file) => change(file, (bytes) => bytes.fill(0, 0, PAGE_BYTES)),
    refusal: /is not an LMDB database, or its meta pages are damaged/,
  },
  {
    title: 'a zeroed second page',
    prepare: (_, file) => change(file, (bytes) => bytes.fill(0, PAGE_BYTES, 2 * PAGE_BYTES)),
    refusal: /is not an LMDB database, or its meta pages are damaged/,
  },
  {
    title: 'random meta pages behind a sound beginning',
    prepare: (_, file) => change(file, (bytes) => randomBytes(100).copy(bytes, PAGE_BYTES + 48)),
    refusal: /meta page/,
  },
  {
    title: 'meta pages that name a root past the end',
    prepare: (_, file) =>
      change(file, (bytes) => {
        for (const page of [0, PAGE_BYTES]) bytes.writeBigUInt64LE(1n << 40n, page + 136);
      }),
    refusal: /has a damaged meta page/,
  },
  {
    title: 'a zeroed root page',
    prepare: (_, file) =>
      change(file, (bytes) => {
        for (const page of [0, PAGE_BYTES]) {
          const root = Number(bytes.readBigUInt64LE(page + 136));
          bytes.fill(0, root * PAGE_BYTES, (root + 1) * PAGE_BYTES);
        }
      }),
    refusal: /has a damaged page \d+/,
  },
  {
    title: 'random bytes behind the meta pages',
    prepare: (_, file) =>
      change(file, (bytes) => randomBytes(bytes.length - 2 * PAGE_BYTES).copy(bytes, 2 * PAGE_BYTES)),
    refusal: /damaged page|cut short|another application/,
  },
  {
    title: 'random bytes',
    prepare: (_, file) => writeFile(file, randomBytes(10 * PAGE_BYTES)),
    refusal: /is not an LMDB database/,
  },
  {
    title: 'a database of another program that uses the same library',
    prepare: async (_, file) => {
      await rm(file);
      const other = open(file, { noSubdir: true });
      await other.put('hello', { world: 1 });
      await other.close();
    },
    refusal: /is a database of another application; name another folder/,
  },
  {
    title: 'a database of another program with named databases',
    prepare: async (_, file) => {
      await rm(file);
      const other = open(file, { noSubdir: true });
      await other.openDB({ name: 'records' }).put('a', 1);
      await other.close();
    },
    refusal: /is a database of another application/,
  },
  {
    title: 'the database of a newer version',
    prepare: (_, file) => setFormat(file, FORMAT + 1),
    refusal: new RegExp(
      `newer version of orgmeta \\(format ${FORMAT + 1}; this one knows ${FORMAT}\\); run that version`,
    ),
  },
  {
    title: 'the database of a version before the first release',
    prepare: (_, file) => setFormat(file, 1),
    refusal: /before the first release \(format 1; this one knows 2\); name another folder/,
  },
];

async function makeSoundFolder(t: ExecutionContext): Promise<{ root: string; sound: string }> {
  const root = await mkdtemp(join(tmpdir(), 'orgmeta-test-'));
  t.teardown(async () => {
    await chmod(join(root, 'read-only'), 0o755).catch(() => undefined);
    await rm(root, { recursive: true, force: true });
  });
  const sound = join(root, 'sound');
  const store = await openStore({ dataDir: sound }, { onDamage: () => undefined });
  const owners = Array.from({ length: 100 }, (_, index) => membership('o', `u${index}`));
  for (const text of ['x', 'y']) {
    await Promise.all(owners.map((owner) => store.write(owner, update({ text: text.repeat(1500) }))));
  }
  await store.close();
  return { root, sound };
}

test('each folder that is found at start is opened or refused, by a process that lives on', async (t) => {
  const { root, sound } = await makeSoundFolder(t);
  const folders = await Promise.all(
    found.map(async ({ prepare }, index) => {
      const folder = join(root, `found-${index}`);
      await cp(sound, folder, { recursive: true });
      await prepare(folder, join(folder, 'orgmeta.mdb'));
      return folder;
    }),
  );
  const before = await Promise.all(folders.map(listFiles));
  const child = runChild(t, 'open-folders.child.ts', folders);
  const results = new Map<string, Result>();
  for await (const line of child.lines) {
    const result = JSON.parse(line) as Result;
    results.set(result.dataDir, result);
  }
  t.is(await child.ended, 0);
  for (const [index, folder] of folders.entries()) {
    const { title, refusal } = found[index] ?? { title: '' };
    const result = results.get(folder);
    if (refusal === undefined) {
      t.true(result?.opened, `${title}: ${result?.message ?? 'no answer'}`);
      continue;
    }
    t.is(result?.name, 'StoreOpenError', title);
    t.regex(result?.message ?? '', refusal, title);
    t.true(result?.message?.startsWith(folder), title);
    // What was refused was not touched.
    t.deepEqual(await listFiles(folder), before[index], title);
  }
});

async function listFiles(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => ['not there'])).sort();
}

test('a folder or a file that may not be written to is refused', async (t) => {
  const { root, sound } = await makeSoundFolder(t);
  const readOnly = join(root, 'read-only');
  await mkdir(readOnly);
  await chmod(readOnly, 0o555);
  const withReadOnlyFile = join(root, 'with-read-only-file');
  await cp(sound, withReadOnlyFile, { recursive: true });
  await chmod(withReadOnlyFile, 0o777);
  const file = join(withReadOnlyFile, 'orgmeta.mdb');
  await chmod(file, 0o444);
  const withReadOnlyLock = join(root, 'with-read-only-lock');
  await cp(sound, withReadOnlyLock, { recursive: true });
  await chmod(withReadOnlyLock, 0o777);
  const lock = join(withReadOnlyLock, 'orgmeta.mdb-lock');
  await chmod(join(withReadOnlyLock, 'orgmeta.mdb'), 0o666);
  await chmod(lock, 0o444);
  await chmod(root, 0o755);
  // Nothing is forbidden to root, so the child becomes somebody else.
  const folders = [readOnly, withReadOnlyFile, join(readOnly, 'new'), withReadOnlyLock];
  const child = runChild(t, 'open-folders.child.ts', folders, { env: { BECOME_UID: '65534' } });
  const results: Result[] = [];
  for await (const line of child.lines) results.push(JSON.parse(line) as Result);
  t.is(await child.ended, 0);
  t.deepEqual(
    results.map(({ name }) => name),
    folders.map(() => 'StoreOpenError'),
  );
  const advice = 'give this user the right to, or name another folder';
  t.is(results[0]?.message, `${readOnly} can't be read and written (EACCES); ${advice}`);
  t.is(results[1]?.message, `${file} can't be read and written (EACCES); ${advice}`);
  t.is(results[3]?.message, `${lock} can't be read and written (EACCES); ${advice}`);
  t.is(results[2]?.message, `${readOnly}/new can't be made (EACCES); name a folder that this user may write to`);
});
