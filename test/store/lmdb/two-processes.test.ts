import { setTimeout } from 'node:timers/promises';
import test from 'ava';
import { membership, update } from '../make-change.js';
import { read } from '../read-record.js';
import { openTemporaryStore } from './open-temporary-store.js';
import { runChild } from './run-child.js';

const owner = membership('o', 'u');

test('3. Nothing lost: two processes merge into one record of one data folder, and each reads what it wrote', async (t) => {
  const { dataDir, store } = await openTemporaryStore(t);
  const child = runChild(t, 'write-beside.child.ts', [dataDir]);
  const lines = child.lines[Symbol.asyncIterator]();
  t.deepEqual(JSON.parse(String((await lines.next()).value)), [process.pid]);
  for (let index = 0; index < 200; index += 4) {
    const names = Array.from({ length: 4 }, (_, offset) => `parent-${index + offset}`);
    await Promise.all(names.map((name) => store.write(owner, update({ [name]: 1 }))));
    const document = (await read(store, owner)).publicMetadata.json();
    for (const name of names) t.is(document[name], 1);
  }
  t.is((await lines.next()).value, '[]');
  t.is(await child.ended, 0);
  // What the other process wrote last is seen by a read of a later turn.
  await setTimeout(10);
  const { revision, publicMetadata } = await read(store, owner);
  t.is(revision, 400);
  t.is(Object.keys(publicMetadata.json()).length, 400);
});

test('a process that is killed in the middle of a write does not hold up the other', async (t) => {
  const { dataDir, store } = await openTemporaryStore(t);
  for (const round of [1, 2, 3, 4, 5]) {
    const child = runChild(t, 'write-until-killed.child.ts', [dataDir, `killed${round}`]);
    let count = 0;
    for await (const _ of child.lines) {
      count += 1;
      if (count === 50 + round) child.process.kill('SIGKILL');
    }
    t.is(await child.ended, 'SIGKILL');
    await store.write(owner, update({ round }));
    t.is((await read(store, owner)).revision, round);
  }
});
