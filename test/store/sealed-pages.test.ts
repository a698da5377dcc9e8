import test from 'ava';
import { ID_MAX_LENGTH } from '../../src/domain/owner.js';
import { sealPages } from '../../src/store/sealed-pages.js';
import type { ListQuery, Page } from '../../src/store/store.js';
import { membership, update } from './make-change.js';
import { listAll, refusal } from './read-record.js';
import { openTemporaryStore } from './lmdb/open-temporary-store.js';

const query: ListQuery = { kind: 'membership', organizationId: 'o', pageSize: 1, maxBytes: 1_000_000 };
/** Ids that make positions of every length. */
const users = ['u', 'u'.repeat(40), 'u'.repeat(ID_MAX_LENGTH - 1), 'u'.repeat(ID_MAX_LENGTH)];

test('a page token says nothing of the id that it stands for, not even how long that is', async (t) => {
  const { store } = await openTemporaryStore(t);
  const longest = 'o'.repeat(ID_MAX_LENGTH);
  for (const organizationId of ['o', longest]) {
    for (const user of [...users, 'z']) await store.write(membership(organizationId, user), update({ a: 1 }));
  }
  const sealed = sealPages(store);
  const lists: ((query: ListQuery) => Promise<Page<unknown>>)[] = [
    (one) => sealed.list(one),
    (one) => sealed.listPublic(one),
  ];
  for (const list of lists) {
    const pages = await Promise.all(
      ['o', longest].map(async (organizationId) => (await listAll(list, { ...query, organizationId })).pages),
    );
    const tokens = pages.flat().flatMap(({ next }) => next ?? []);
    t.is(tokens.length, 2 * users.length);
    t.is(new Set(tokens.map(({ length }) => length)).size, 1);
  }
});

test('a listing goes on from a token of its own, whatever the page size, and from no other', async (t) => {
  const { store } = await openTemporaryStore(t);
  for (const user of users) await store.write(membership('o', user), update({ a: 1 }));
  const sealed = sealPages(store);
  const { next = '' } = await sealed.list(query);
  const { records } = await sealed.list({ ...query, pageSize: 10, after: next });
  t.deepEqual(
    records.map(({ owner }) => owner),
    users.slice(1).map((user) => membership('o', user)),
  );
  const others: Partial<ListQuery>[] = [
    { publicContains: { a: 1 } },
    { privateContains: { a: 1 } },
    { organizationId: 'p' },
    { organizations: ['o'] },
    { kind: 'invitation' },
    { after: '' },
    { after: next.slice(0, -1) },
    { after: `${next}=` },
    { after: 'm/o/u' },
    { after: `${next.startsWith('A') ? 'B' : 'A'}${next.slice(1)}` },
  ];
  for (const other of others) {
    const error = await refusal(t, 'ARGUMENT_INVALID', () => sealed.list({ ...query, after: next, ...other }));
    t.is(error.metadata.field, 'page_token');
  }
  await refusal(t, 'ARGUMENT_INVALID', () => sealed.listPublic({ ...query, after: next }));
});
