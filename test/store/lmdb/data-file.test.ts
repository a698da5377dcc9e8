import { open, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { OrgmetaError } from '../../../src/domain/errors.js';
import { deletion, invitation, membership, organization, update } from '../make-change.js';
import { MARK_KEY } from '../../../src/store/lmdb/keys.js';
import { listAll, stored } from '../read-record.js';
import { checkDataFolder, DATABASE_FILE } from '../../../src/store/lmdb/check-data-folder.js';
import { openDatabase } from '../../../src/store/lmdb/open-database.js';
import { openStore } from '../../../src/store/open-store.js';
import { openTemporaryStore } from './open-temporary-store.js';
import { runChild } from './run-child.js';

const PAGE_BYTES = 4096;
/** A document that takes a dozen pages. */
const large = update({ list: Array.from({ length: 4000 }, () => 1) });

/** The last page in use, as the newer meta page has it. */
async function readLastPage(file: string): Promise<number> {
  const bytes = await readFile(file);
  const metas = [0, PAGE_BYTES].map((page) => ({
    transaction: bytes.readBigUInt64LE(page + 152),
    lastPage: Number(bytes.readBigUInt64LE(page + 144)),
  }));
  return metas.reduce((newest, meta) => (meta.transaction > newest.transaction ? meta : newest)).lastPage;
}

/** Writes and deletes large records at once, until LMDB has left its last pages unwritten. */
async function openShortStore(t: ExecutionContext) {
  const opened = await openTemporaryStore(t);
  const file = join(opened.dataDir, DATABASE_FILE);
  for (let round = 0; round < 100; round += 1) {
    const passing = Array.from({ length: 5 }, (_, index) => membership('o', `passing${index}`));
    await opened.store.write(membership('o', `kept${round}`), large);
    const rounds = passing.flatMap((owner) => [
      opened.store.write(owner, large),
      opened.store.delete(owner, deletion()),
    ]);
    await Promise.all(rounds);
    const { size } = await stat(file);
    if (size < ((await readLastPage(file)) + 1) * PAGE_BYTES) return { ...opened, file, count: round + 1 };
  }
  throw new Error('LMDB writes all its pages now: the check of the length can be simpler');
}

test('a file whose last pages LMDB never wrote is sound, and opens', async (t) => {
  const { reopen, count } = await openShortStore(t);
  const store = await reopen();
  const { records } = await listAll((query) => store.list(query), { kind: 'membership', organizationId: 'o' });
  t.is(records.length, count);
});

test('such a file that is then cut shorter is refused', async (t) => {
  const { reopen, store, file } = await openShortStore(t);
  await store.write(membership('o', 'last'), large);
  await store.close();
  const { size } = await stat(file);
  await truncate(file, size - 8 * PAGE_BYTES);
  await t.throwsAsync(reopen, { name: 'StoreOpenError', message: /is cut short/ });
});

test('a page that is damaged meanwhile fails the records that it held, and no call for another at the same moment', async (t) => {
  const { dataDir, store, damages } = await openTemporaryStore(t);
  const file = join(dataDir, DATABASE_FILE);
  const owners = Array.from({ length: 400 }, (_, index) => membership('o', `u${String(index).padStart(3, '0')}`));
  await Promise.all(owners.map((owner) => store.write(owner, update({ text: 'x'.repeat(900) }))));
  await zeroLeafPages(file, 'm/o/u200');
  const sound = owners.filter((_, index) => index < 150 || index > 250);
  const damaged = membership('o', 'u200');

  for (const round of [1, 2, 3]) {
    const results = await Promise.allSettled([
      store.get(damaged),
      store.write(damaged, update({ round })),
      store.delete(damaged, deletion()),
      ...sound.map((owner) => store.get(owner)),
      ...sound.map((owner) => store.write(owner, update({ round }))),
    ]);
    for (const result of results.slice(0, 3)) {
      t.is(result.status, 'rejected');
      if (result.status === 'rejected') t.false(result.reason instanceof OrgmetaError);
    }
    t.deepEqual(
      results.slice(3).filter(({ status }) => status === 'rejected'),
      [],
    );
    t.is(damages.length, round * 3);
  }
  t.like(damages[0], { kind: 'membership', ownerName: 'o/u200' });
  t.like(await stored(store, sound[0] ?? damaged), { revision: 4 });
});

test('a damaged page is found when the store is opened', async (t) => {
  const { dataDir, store, reopen } = await openTemporaryStore(t);
  const owners = Array.from({ length: 400 }, (_, index) => membership('o', `u${index}`));
  await Promise.all(owners.map((owner) => store.write(owner, update({ text: 'x'.repeat(900) }))));
  await store.close();
  await zeroLeafPages(join(dataDir, DATABASE_FILE), 'm/o/u200');
  await t.throwsAsync(reopen, { name: 'StoreOpenError', message: /has a damaged page \d+; restore it from a backup/ });
});

test('what is deleted leaves nothing behind in the file', async (t) => {
  const { dataDir, store } = await openTemporaryStore(t);
  const members = [membership('o', 'u'), membership('o', 'v'), membership('p', 'u')];
  for (const owner of [...members, organization('o'), invitation('o', 'i')]) await store.write(owner, update({ a: 1 }));
  await store.accept(invitation('o', 'i'), 'w');
  await store.delete(membership('o', 'u'), deletion());
  await store.delete(membership('p', 'u'), deletion());
  await store.delete(organization('o'), deletion({ force: true }));
  const database = openDatabase(join(dataDir, DATABASE_FILE));
  t.deepEqual([...database.getKeys()], [MARK_KEY]);
  await database.close();
});

for (const compact of [true, false]) {
  test(`a ${compact ? 'compacted' : 'plain'} copy that LMDB made of a store in use opens with everything in it`, async (t) => {
    const { dataDir, store } = await openTemporaryStore(t);
    const owners = Array.from({ length: 100 }, (_, index) => membership('o', `u${index}`));
    await Promise.all(owners.map((owner) => store.write(owner, update({ text: 'x'.repeat(3000) }))));
    await Promise.all(owners.slice(50).map((owner) => store.delete(owner, deletion())));
    const folder = join(dataDir, 'backup');
    const database = openDatabase(join(dataDir, DATABASE_FILE));
    await database.backup(join(folder, DATABASE_FILE), compact);
    await database.close();
    const copy = await openStore({ dataDir: folder }, { onDamage: () => undefined });
    t.teardown(() => copy.close());
    t.deepEqual(
      (await copy.getMany(owners)).map((record) => record !== undefined),
      owners.map((_, index) => index < 50),
    );
    t.deepEqual(Buffer.from(copy.pageTokenKey), Buffer.from(store.pageTokenKey));
    await copy.write(membership('o', 'new'), update({ a: 1 }));
  });
}

test('a store is opened beside a process that writes to it', async (t) => {
  const { dataDir, store } = await openTemporaryStore(t);
  await store.write(membership('o', 'before'), update({ a: 1 }));
  const child = runChild(t, 'write-until-killed.child.ts', [dataDir, 'beside']);
  let line = 0;
  for await (const _ of child.lines) {
    line += 1;
    if (line % 20 === 0) t.notThrows(() => checkDataFolder(dataDir));
    if (line === 1000) child.process.kill('SIGKILL');
  }
  t.is(await child.ended, 'SIGKILL');
  t.like(await stored(store, membership('o', 'before')), { publicMetadata: { a: 1 } });
});

async function zeroLeafPages(file: string, key: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const bytes = await handle.readFile();
    for (let page = 2 * PAGE_BYTES; page < bytes.length; page += PAGE_BYTES) {
      const isLeaf = bytes.readUInt16LE(page + 18) === 0x02;
      if (!isLeaf || !bytes.subarray(page, page + PAGE_BYTES).includes(key)) continue;
      await handle.write(Buffer.alloc(PAGE_BYTES), 0, PAGE_BYTES, page);
    }
  } finally {
    await handle.close();
  }
}
