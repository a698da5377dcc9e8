import type { JsonObject } from '../../../src/domain/json.js';
import { LIMIT_BYTES } from '../../../src/domain/size-limit.js';
import { deletion, documentOfSize, invitation, membership, organization, replace, update } from '../make-change.js';
import { contents, listAll, publicDocument, read, refusal, stored } from '../read-record.js';
import type { Case } from './case.js';

const invited = invitation('o', 'i');
const member = membership('o', 'u');

const overlays: { title: string; invitation: JsonObject; membership?: JsonObject; expected: JsonObject }[] = [
  { title: 'no record', invitation: { a: 1 }, expected: { a: 1 } },
  { title: 'an empty one', invitation: { a: 1 }, membership: {}, expected: { a: 1 } },
  {
    title: 'other members',
    invitation: { a: 1, deep: { x: 1 } },
    membership: { b: 2, deep: { y: 2 } },
    expected: { a: 1, b: 2, deep: { x: 1, y: 2 } },
  },
  {
    title: 'the same members with other values',
    invitation: { a: 1, list: [1] },
    membership: { a: 2, list: [2, 3] },
    expected: { a: 1, list: [1] },
  },
  {
    title: 'a member that is null in the invitation',
    invitation: { a: null, deep: { x: null } },
    membership: { a: 1 },
    expected: { a: null, deep: { x: null } },
  },
];

export const accepting: Case[] = [
  ...overlays.map(({ title, invitation: document, membership: before, expected }): Case => ({
    title: `12. Accepted once: the invitation is laid over a membership that has ${title}`,
    async run(t, { store }) {
      await store.write(invited, replace(document));
      if (before !== undefined) await store.write(member, replace(before, { kept: 1 }));
      const earlier = await stored(store, member);
      const record = await store.accept(invited, 'u');
      t.deepEqual(record.publicMetadata.json(), expected);
      t.deepEqual(contents(record), await stored(store, member));
      t.is(record.revision, (earlier?.revision ?? 0) + 1);
      t.is(record.publicRevision, (earlier?.publicRevision ?? 0) + 1);
      t.is(record.publicSizeBytes, Buffer.byteLength(JSON.stringify(expected)));
      t.deepEqual(record.privateMetadata.json(), before === undefined ? {} : { kept: 1 });
      const { records } = await listAll((query) => store.list(query), { kind: 'membership', userId: 'u' });
      t.deepEqual(
        records.map(({ owner }) => owner),
        [member],
      );
    },
  })),
  {
    title: '12. Accepted once: the invitation says by whom and when, and to the frontend it is as it was',
    async run(t, { store }) {
      const before = (await store.write(invited, update({ a: 1 }))).record;
      await store.accept(invited, 'u');
      const after = await read(store, invited);
      t.like(after, { revision: before.revision + 1, acceptedUserId: 'u' });
      t.is(after.acceptTime, after.updateTime);
      t.true((after.acceptTime ?? 0) >= before.updateTime);
      t.like(after, { publicRevision: before.publicRevision, publicUpdateTime: before.publicUpdateTime });
      t.is(before.acceptedUserId, undefined);
      t.deepEqual(after.publicMetadata.json(), { a: 1 });
    },
  },
  {
    title: '12. Accepted once: a membership that has it all is left as it was',
    async run(t, { store }) {
      await store.write(invited, update({ a: 1, b: { c: [1] } }));
      await store.write(member, update({ a: 1, b: { c: [1], d: 2 } }));
      const before = await stored(store, member);
      t.deepEqual(contents(await store.accept(invited, 'u')), before);
      t.deepEqual(await stored(store, member), before);
      t.is((await read(store, invited)).acceptedUserId, 'u');
    },
  },
  {
    title: '12. Accepted once: the same user again gets the membership as it is now, and nothing changes',
    async run(t, { store }) {
      await store.write(invited, update({ a: 1 }));
      await store.accept(invited, 'u');
      const changed = await store.write(member, update({ a: 2, b: 3 }));
      const before = [await stored(store, invited), contents(changed.record)];
      t.deepEqual(contents(await store.accept(invited, 'u')), before[1]);
      t.deepEqual([await stored(store, invited), await stored(store, member)], before);
      await store.delete(member, deletion());
      await refusal(t, 'METADATA_NOT_FOUND', () => store.accept(invited, 'u'));
      t.is(await store.get(member), undefined);
    },
  },
  {
    title: '12. Accepted once: another user is refused, and nothing changes',
    async run(t, { store }) {
      await store.write(invited, update({ a: 1 }));
      await store.accept(invited, 'u');
      const before = await stored(store, invited);
      await refusal(t, 'INVITATION_ALREADY_ACCEPTED', () => store.accept(invited, 'v'));
      t.is(await store.get(membership('o', 'v')), undefined);
      t.deepEqual(await stored(store, invited), before);
    },
  },
  {
    title: '12. Accepted once: of many users at once one is accepted, and of his calls each is answered alike',
    async run(t, { store }) {
      await store.write(invited, update({ a: 1 }));
      const users = Array.from({ length: 24 }, (_, index) => `u${index % 8}`);
      const results = await Promise.allSettled(users.map((user) => store.accept(invited, user)));
      const winner = (await read(store, invited)).acceptedUserId;
      t.deepEqual(
        results.map(({ status }) => status),
        users.map((user) => (user === winner ? 'fulfilled' : 'rejected')),
      );
      const { records } = await listAll((query) => store.list(query), { kind: 'membership', organizationId: 'o' });
      t.is(records.length, 1);
      t.is(records[0]?.revision, 1);
    },
  },
  {
    title: '12. Accepted once: a result over the limit is refused, and nothing changes',
    async run(t, { store }) {
      await store.write(invited, update(documentOfSize(5000, 'a')));
      await store.write(member, update(documentOfSize(5000, 'b')));
      const before = [await stored(store, invited), await stored(store, member)];
      const error = await refusal(t, 'METADATA_TOO_LARGE', () => store.accept(invited, 'u'));
      t.is(error.metadata.field, 'public_metadata');
      t.is(error.metadata.size_bytes, '9999');
      t.deepEqual([await stored(store, invited), await stored(store, member)], before);
      await store.write(member, replace(documentOfSize(LIMIT_BYTES - 5000 + 1, 'b')));
      t.is((await store.accept(invited, 'u')).publicSizeBytes, LIMIT_BYTES);
    },
  },
  {
    title: '12. Accepted once: an accepted invitation refuses writes, and can be deleted',
    async run(t, { store }) {
      await store.write(invited, update({ a: 1 }));
      await store.accept(invited, 'u');
      const before = await stored(store, invited);
      const changes = [update({ a: 1 }), update(), replace({ b: 1 }), update({ a: 2 }, undefined, { etag: '*' })];
      for (const change of [...changes, update({ a: 2 }, undefined, { validateOnly: true })]) {
        await refusal(t, 'INVITATION_ALREADY_ACCEPTED', () => store.write(invited, change));
      }
      t.deepEqual(await stored(store, invited), before);
      await store.delete(invited, deletion());
      await refusal(t, 'METADATA_NOT_FOUND', () => store.accept(invited, 'u'));
      t.deepEqual(await publicDocument(store, member), { a: 1 });
      await store.write(invited, update({ a: 3 }));
      t.deepEqual((await store.accept(invited, 'v')).publicMetadata.json(), { a: 3 });
    },
  },
  {
    title: '12. Accepted once: an invitation that is not there is not found',
    async run(t, { store }) {
      await store.write(organization('o'), update({ a: 1 }));
      const error = await refusal(t, 'METADATA_NOT_FOUND', () => store.accept(invited, 'u'));
      t.deepEqual(error.metadata, { organization_id: 'o', invitation_id: 'i' });
      t.is(await store.get(member), undefined);
    },
  },
];
