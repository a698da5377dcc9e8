import test from 'ava';
import { membership, update } from '../make-change.js';
import { openTemporaryStore } from './open-temporary-store.js';

const query = { kind: 'membership', organizationId: 'o', pageSize: 3, maxBytes: 1_000_000 } as const;

test('a listing for the frontend never comes by a record without public metadata', async (t) => {
  const opened = await openTemporaryStore(t);
  const { store, damages } = opened;
  for (const user of ['u1', 'u3']) await store.write(membership('o', user), update({ a: 1 }));
  await store.write(membership('o', 'u2'), update(undefined, { hidden: 1 }));
  // Whoever reads it now says so.
  await opened.damage(membership('o', 'u2'));
  t.is((await store.listPublic(query)).records.length, 2);
  t.is((await store.listPublic({ ...query, organizationId: undefined })).records.length, 2);
  t.is((await store.listPublic({ ...query, organizationId: undefined, organizations: ['n', 'o'] })).records.length, 2);
  t.deepEqual(damages, []);
  t.is((await store.list(query)).records.length, 2);
  t.is(damages.length, 1);
});

test('more records without public metadata than are read for one page make no page of the frontend short', async (t) => {
  const { store } = await openTemporaryStore(t);
  const users = Array.from({ length: 11_000 }, (_, index) => `u${String(index).padStart(5, '0')}`);
  await Promise.all(users.map((user) => store.write(membership('o', user), update(undefined, { hidden: 1 }))));
  for (const user of ['t', 'u05000', 'v', 'w']) await store.write(membership('o', user), update({ a: 1 }));
  const first = await store.listPublic(query);
  t.deepEqual(
    first.records.map(({ owner }) => owner),
    ['t', 'u05000', 'v'].map((user) => membership('o', user)),
  );
  const second = await store.listPublic({ ...query, after: first.next });
  t.deepEqual(
    second.records.map(({ owner }) => owner),
    [membership('o', 'w')],
  );
  t.is(second.next, undefined);
});
