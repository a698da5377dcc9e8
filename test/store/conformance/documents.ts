import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonObject } from '../../../src/domain/json.js';
import { LIMIT_BYTES, sizeBytes } from '../../../src/domain/size-limit.js';
import { documents as arbitraryDocuments, HARD_KEYS } from '../../struct/arbitrary-document.js';
import { invitation, membership, organization, replace, update } from '../make-change.js';
import { mapConcurrently } from '../map-concurrently.js';
import { listAll, publicDocument, read } from '../read-record.js';
import type { Case } from './case.js';

const hardValues: JsonObject = {
  numbers: [0, -1, 0.1, 1e21, 5e-324, 1.7976931348623157e308, 2 ** 53 + 2, -(2 ** 31)],
  texts: ['', '\0', '\u2028', 'ключ', '🚀', '\ufeff', '"\\/\b'],
  nothings: [null, false, [], {}, [[]], [{}], { n: null }],
};

/** `$` and the like in documents, as MongoDB and its drivers know them. */
const commands: JsonObject = {
  $set: { 'a.b': 1 },
  $ref: 'c',
  $id: 1,
  _bsontype: 'ObjectId',
  _id: 1,
  nested: [{ $gt: '' }, { $where: 'x' }, { toJSON: 1, then: 'x' }],
};

const hardIds = ['a', 'a!', 'a-', 'a.', 'a0', 'A', '$a', '..', '%2F', "'", '"', '\\', '~', 'x'.repeat(128)];

export const documents: Case[] = [
  {
    title: '8. Faithful: random documents come back equal, with their sizes',
    async run(t, { store }) {
      let count = 0;
      const fits = arbitraryDocuments.filter((document) => sizeBytes(document) <= LIMIT_BYTES);
      await t.notThrowsAsync(() =>
        fc.assert(
          fc.asyncProperty(fits, fits, async (publicMetadata, privateMetadata) => {
            const owner = membership('o', `u${(count += 1)}`);
            await store.write(owner, replace(publicMetadata, privateMetadata));
            const record = await read(store, owner);
            assert.deepEqual(record.publicMetadata.json(), withoutNegativeZero(publicMetadata));
            assert.deepEqual(record.privateMetadata.json(), withoutNegativeZero(privateMetadata));
            assert.equal(record.publicSizeBytes, Buffer.byteLength(JSON.stringify(publicMetadata)));
            assert.equal(record.privateSizeBytes, Buffer.byteLength(JSON.stringify(privateMetadata)));
          }),
          { numRuns: 150 },
        ),
      );
      t.true(count >= 150);
    },
  },
  {
    title: '8. Faithful: hard keys and values come back as they came, also when they are merged and removed',
    async run(t, { store }) {
      const keys: JsonObject = Object.fromEntries(HARD_KEYS.map((key) => [key, { [key]: [key] }]));
      for (const document of [keys, hardValues, commands]) {
        const owner = organization('o');
        await store.write(owner, replace(document));
        t.deepEqual(await publicDocument(store, owner), document);
        await store.write(owner, replace({}));
        await store.write(owner, replace({ kept: 1, ...document }, document));
        const nulls = Object.fromEntries(Object.keys(document).map((key) => [key, null]));
        await store.write(owner, update(nulls));
        t.deepEqual(await publicDocument(store, owner), { kept: 1 });
        t.deepEqual((await read(store, owner)).privateMetadata.json(), document);
      }
    },
  },
  {
    title: '8. Faithful: a replacement keeps nulls, and an update removes by them at any depth',
    async run(t, { store }) {
      const owner = organization('o');
      await store.write(owner, replace({ a: null, b: { c: null, d: [null] } }));
      t.deepEqual(await publicDocument(store, owner), { a: null, b: { c: null, d: [null] } });
      await store.write(owner, update({ a: null, b: { c: null }, e: { f: null, g: 1 } }));
      t.deepEqual(await publicDocument(store, owner), { b: { d: [null] }, e: { g: 1 } });
      await store.write(organization('p'), update({ a: null, b: { c: null } }));
      t.deepEqual(await publicDocument(store, organization('p')), { b: {} });
    },
  },
  {
    title: '8. Faithful: every id that is allowed names a record of its own, of each kind',
    async run(t, { store }) {
      const owners = hardIds.flatMap((id) => [
        organization(id),
        ...hardIds.flatMap((other) => [membership(id, other), invitation(id, other)]),
      ]);
      await mapConcurrently(owners, (owner) => store.write(owner, update({ owner: JSON.stringify(owner) })));
      const records = await store.getMany(owners);
      records.forEach((record, index) => {
        t.deepEqual(record?.owner, owners[index]);
        t.is(record?.publicMetadata.json().owner, JSON.stringify(owners[index]));
      });
      const ids = [...hardIds].sort();
      for (const id of hardIds) {
        const within = { organizationId: id, pageSize: 3 };
        const members = await listAll((query) => store.list(query), { kind: 'membership', ...within });
        t.deepEqual(
          members.records.map(({ owner }) => owner),
          ids.map((userId) => membership(id, userId)),
        );
        const invited = await listAll((query) => store.list(query), { kind: 'invitation', ...within });
        t.deepEqual(
          invited.records.map(({ owner }) => owner),
          ids.map((invitationId) => invitation(id, invitationId)),
        );
        const ofUser = await listAll((query) => store.list(query), { kind: 'membership', userId: id, pageSize: 3 });
        t.deepEqual(
          ofUser.records.map(({ owner }) => owner),
          ids.map((organizationId) => membership(organizationId, id)),
        );
      }
    },
  },
  {
    title: '8. Faithful: a batch comes back in the order that was asked for, with repetitions and gaps',
    async run(t, { store }) {
      await store.write(organization('a'), update({ n: 1 }));
      await store.write(membership('a', 'u'), update({ n: 2 }));
      const owners = [membership('a', 'u'), organization('none'), organization('a'), membership('a', 'u')];
      const numbers = (await store.getMany(owners)).map((record) => record?.publicMetadata.json().n);
      t.deepEqual(numbers, [2, undefined, 1, 2]);
      const shown = (await store.getManyPublic(owners)).map((record) => record?.publicMetadata.json().n);
      t.deepEqual(shown, [2, undefined, 1, 2]);
      t.deepEqual(await store.getMany([]), []);
    },
  },
];

/** -0 is 0 to the service. */
function withoutNegativeZero(document: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(document)) as JsonObject;
}
