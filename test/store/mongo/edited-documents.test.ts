import test from 'ava';
import { DamagedRecord } from '../../../src/store/damaged-record.js';
import { COLLECTION } from '../../../src/store/mongo/collections.js';
import { withMongoServer } from '../../servers/with-mongo-server.js';
import { documentOfSize, invitation, membership, update } from '../make-change.js';
import { listAll, publicDocument } from '../read-record.js';
import { openTemporaryStore } from './open-temporary-store.js';

const edits: { title: string; edit: Record<string, unknown>; problem: RegExp }[] = [
  { title: 'public metadata of a wrong type', edit: { $set: { public_metadata: [] } }, problem: /^public_metadata / },
  { title: 'no public metadata', edit: { $unset: { public_metadata: '' } }, problem: /^public_metadata / },
  { title: 'no private metadata', edit: { $unset: { private_metadata: '' } }, problem: /^private_metadata / },
  {
    title: 'a document over the limit',
    edit: { $set: { private_metadata: documentOfSize(8193) } },
    problem: /^private_metadata is 8193 bytes/,
  },
  {
    title: 'a date in a document',
    edit: { $set: { 'public_metadata.at': new Date() } },
    problem: /^public_metadata .* Date/,
  },
  { title: 'a revision of a wrong type', edit: { $set: { revision: '1' } }, problem: /^revision / },
  { title: 'a revision below 1', edit: { $set: { revision: 0 } }, problem: /^revision / },
  { title: 'no incarnation', edit: { $unset: { incarnation: '' } }, problem: /^incarnation / },
  { title: 'a time that is text', edit: { $set: { update_time: 'today' } }, problem: /^update_time / },
  { title: 'another user id', edit: { $set: { user_id: 'v' } }, problem: /^user_id / },
  { title: 'write ids of a wrong type', edit: { $set: { write_ids: 5 } }, problem: /^write_ids / },
];

withMongoServer(test, 'mongo-java-server', ({ uri }) => {
  for (const { title, edit, problem } of edits) {
    test(`a document that was edited to have ${title} is reported by its name and the field, and harms no other`, async (t) => {
      const { store, client, damages } = await openTemporaryStore(t, uri());
      for (const user of ['a', 'u', 'z']) await store.write(membership('o', user), update({ a: 1 }, { p: 1 }));
      const documents = client.db().collection<{ _id: string }>(COLLECTION.membership);
      t.is((await documents.updateOne({ _id: 'o/u' }, edit)).modifiedCount, 1);
      const [failed, sound] = await Promise.allSettled([
        store.get(membership('o', 'u')),
        store.get(membership('o', 'a')),
      ]);
      t.true(failed.status === 'rejected' && failed.reason instanceof DamagedRecord);
      t.is(sound.status, 'fulfilled');
      t.like(damages[0], { kind: 'membership', ownerName: 'o/u' });
      t.regex(damages[0]?.problem ?? '', problem);
      const { records } = await listAll((query) => store.list(query), { kind: 'membership', organizationId: 'o' });
      t.is(records.length, 2);
    });
  }

  test('a document without its organization, which no read finds, is reported by the write that meets it', async (t) => {
    const { store, client, damages } = await openTemporaryStore(t, uri());
    await store.write(membership('o', 'u'), update({ a: 1 }));
    const documents = client.db().collection<{ _id: string }>(COLLECTION.membership);
    await documents.updateOne({ _id: 'o/u' }, { $unset: { organization_id: '' } });
    await t.throwsAsync(store.write(membership('o', 'u'), update({ a: 2 })), { instanceOf: DamagedRecord });
    t.regex(damages[0]?.problem ?? '', /^organization_id /);
  });

  test('a claim that was edited is damage, and what people add beside our fields stays', async (t) => {
    const { store, client, damages } = await openTemporaryStore(t, uri());
    await store.write(invitation('o', 'i'), update({ a: 1 }));
    const documents = client.db().collection<{ _id: string; note?: string }>(COLLECTION.invitation);
    await documents.updateOne({ _id: 'o/i' }, { $set: { note: 'kept' } });
    await store.write(invitation('o', 'i'), update({ a: 2 }));
    t.is((await documents.findOne({ _id: 'o/i' }))?.note, 'kept');
    t.deepEqual(await publicDocument(store, invitation('o', 'i')), { a: 2 });
    await documents.updateOne({ _id: 'o/i' }, { $set: { pending_acceptance: null } });
    await t.throwsAsync(store.accept(invitation('o', 'i'), 'u'), { instanceOf: DamagedRecord });
    t.regex(damages[0]?.problem ?? '', /^pending_acceptance /);
  });
});
