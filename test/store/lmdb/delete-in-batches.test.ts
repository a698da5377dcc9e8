import { setImmediate } from 'node:timers/promises';
import test from 'ava';
import { backendEtag } from '../../../src/domain/etag.js';
import { deletion, membership, organization, update } from '../make-change.js';
import { read, refusal } from '../read-record.js';
import { openTemporaryStore } from './open-temporary-store.js';

const owner = organization('o');

for (const hasRecord of [true, false]) {
  for (const count of [499, 500, 501, 1000]) {
    test(`an organization ${hasRecord ? 'with' : 'without'} a record and with ${count} members is deleted whole`, async (t) => {
      const { store } = await openTemporaryStore(t);
      if (hasRecord) await store.write(owner, update({ a: 1 }));
      const members = Array.from({ length: count }, (_, index) => membership('o', `m${index}`));
      await Promise.all(members.map((member) => store.write(member, update({ a: 1 }))));
      await store.delete(owner, deletion({ force: true }));
      t.true((await store.getMany([owner, ...members])).every((record) => record === undefined));
    });
  }
}

test('an organization that changes while its members go is kept, and a retry with its new etag finishes', async (t) => {
  const { store } = await openTemporaryStore(t);
  const members = Array.from({ length: 6000 }, (_, index) => membership('o', `m${String(index).padStart(4, '0')}`));
  await store.write(owner, update({ a: 1 }));
  await Promise.all(members.map((member) => store.write(member, update({ a: 1 }))));
  const failure = refusal(t, 'ETAG_MISMATCH', async () =>
    store.delete(owner, { etag: backendEtag(await read(store, owner)), force: true }),
  );
  const [first = owner, ...others] = members;
  while ((await store.get(first)) !== undefined) await setImmediate();
  const { record } = await store.write(owner, update({ b: 1 }));
  await failure;
  const remaining = (await store.getMany(others)).filter((member) => member !== undefined).length;
  t.true(remaining > 0 && remaining < others.length);
  t.is((await read(store, owner)).revision, 2);
  await store.delete(owner, { etag: backendEtag(record), force: true });
  t.true((await store.getMany([owner, ...members])).every((member) => member === undefined));
});

test('a store that is closed meanwhile finishes the deletion first', async (t) => {
  const { store, reopen } = await openTemporaryStore(t);
  const members = Array.from({ length: 2000 }, (_, index) => membership('o', `m${index}`));
  await Promise.all(members.map((member) => store.write(member, update({ a: 1 }))));
  const deleting = store.delete(owner, deletion({ force: true }));
  const opened = await reopen();
  await deleting;
  t.true((await opened.getMany(members)).every((record) => record === undefined));
});
