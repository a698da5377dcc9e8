import test from 'ava';
import { ObjectId, type Document } from 'mongodb';
import { COLLECTION } from '../../../src/store/mongo/collections.js';
import type { ListQuery } from '../../../src/store/store.js';
import { withMongoServer } from '../../servers/with-mongo-server.js';
import { membership, organization, update } from '../make-change.js';
import { listAll } from '../read-record.js';
import { openTemporaryStore } from './open-temporary-store.js';

/** What people may put beside the memberships of `u` in `a`, `b`, `c` and `d`. */
const strays: { title: string; stray: Document }[] = [
  { title: 'an _id of another type', stray: { _id: new ObjectId(), organization_id: 'b' } },
  { title: 'the _id of an organization', stray: { _id: 'b', organization_id: 'b' } },
  { title: 'the _id of another user', stray: { _id: 'a/x', organization_id: 'c' } },
  { title: 'an _id of a later organization', stray: { _id: 'd/0', organization_id: 'b' } },
  { title: 'an _id of an earlier organization', stray: { _id: 'A/u', organization_id: 'c' } },
  { title: 'an _id of an organization that comes after all', stray: { _id: 'z/u', organization_id: 'b' } },
  { title: 'an _id with a line break', stray: { _id: 'b/u\n', organization_id: 'b' } },
  { title: 'an _id that is too long', stray: { _id: `b/${'x'.repeat(500)}`, organization_id: 'b' } },
  { title: 'an empty _id', stray: { _id: '', organization_id: 'b' } },
  { title: 'no organization', stray: { _id: 'bb/u' } },
  { title: 'an organization of another type', stray: { _id: 'bb/u', organization_id: 5 } },
  { title: 'an organization that is too long', stray: { _id: 'bb/u', organization_id: 'b'.repeat(500) } },
];

const queries: { title: string; query: Pick<ListQuery, 'kind' | 'organizationId' | 'userId' | 'publicContains'> }[] = [
  { title: 'of a user', query: { kind: 'membership', userId: 'u' } },
  { title: 'of a user with a filter', query: { kind: 'membership', userId: 'u', publicContains: { list: [[1]] } } },
  { title: 'of an organization', query: { kind: 'membership', organizationId: 'b' } },
  { title: 'of all memberships', query: { kind: 'membership' } },
];

withMongoServer(test, 'mongo-java-server', ({ uri }) => {
  for (const { title, stray } of strays) {
    test(`listings pass over a document with ${title}, have every record once, and end`, async (t) => {
      const { store, client } = await openTemporaryStore(t, uri());
      for (const id of ['a', 'b', 'c', 'd']) await store.write(membership(id, 'u'), update({ list: [[1]] }));
      const collection = client.db().collection(COLLECTION.membership);
      const record: Document | null = await collection.findOne({ _id: 'b/u' } as Document);
      const { organization_id: _, ...fields } = record ?? {};
      await collection.insertOne({ ...fields, ...stray });
      for (const { title: listing, query } of queries) {
        const pages = await listAll((page) => store.list(page), { ...query, pageSize: 1 });
        const found = pages.records.map(({ owner }) => owner.organizationId);
        t.deepEqual(found, query.organizationId === undefined ? ['a', 'b', 'c', 'd'] : ['b'], listing);
        t.true(
          pages.pages.every(({ next = '' }) => next.length <= 382),
          'fit into a page token',
        );
      }
    });
  }

  test('a listing of organizations passes over documents whose _id is no id, and ends', async (t) => {
    const { store, client } = await openTemporaryStore(t, uri());
    for (const id of ['a', 'b', 'c']) await store.write(organization(id), update({ a: 1 }));
    const collection = client.db().collection(COLLECTION.organization);
    for (const _id of ['', 'b'.repeat(501), 'b/u', 'b\n', new ObjectId()])
      await collection.insertOne({ _id } as Document);
    const { records } = await listAll((page) => store.list(page), { kind: 'organization', pageSize: 1 });
    t.deepEqual(
      records.map(({ owner }) => owner.organizationId),
      ['a', 'b', 'c'],
    );
  });

  test('the memberships of a user whose id looks like a pattern are his own', async (t) => {
    const { store } = await openTemporaryStore(t, uri());
    const users = ['u.+', '.*', 'uxx', '$', '\\w', '(u)', '[u]', 'u|.'];
    for (const user of users) for (const id of ['a', 'b']) await store.write(membership(id, user), update({ user }));
    for (const user of users) {
      const { records } = await listAll((page) => store.list(page), { kind: 'membership', userId: user, pageSize: 1 });
      t.deepEqual(
        records.map(({ owner }) => owner),
        [membership('a', user), membership('b', user)],
      );
    }
  });
});
