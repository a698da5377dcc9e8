import { LIMIT_BYTES } from '../../../src/domain/size-limit.js';
import type { Reason } from '../../../src/domain/errors.js';
import type { JsonObject } from '../../../src/domain/json.js';
import type { Owner } from '../../../src/domain/owner.js';
import { DamagedRecord } from '../../../src/store/damaged-record.js';
import type { MetadataRecord } from '../../../src/store/record.js';
import type { Restored, Store } from '../../../src/store/store.js';
import { StructBytes } from '../../../src/struct/struct-bytes.js';
import { deletion, documentOfSize, invitation, membership, organization, update } from '../make-change.js';
import { contents, listAll, read, refusal, stored } from '../read-record.js';
import type { Case } from './case.js';

const CREATED = Date.UTC(2024, 1, 29, 12, 30, 1, 7);

/** A record as another store had it. */
function record(owner: Owner, more: Partial<MetadataRecord> = {}, document: JsonObject = { a: 1 }): MetadataRecord {
  return {
    owner,
    publicMetadata: StructBytes.fromJson(document),
    privateMetadata: owner.kind === 'invitation' ? StructBytes.EMPTY : StructBytes.fromJson({ secret: [1, null] }),
    publicSizeBytes: Buffer.byteLength(JSON.stringify(document)),
    privateSizeBytes: owner.kind === 'invitation' ? 2 : 19,
    incarnation: 4_000_000_000,
    revision: 7,
    publicRevision: 3,
    createTime: CREATED,
    updateTime: CREATED + 5000,
    publicUpdateTime: CREATED + 1000,
    ...more,
  };
}

const org = organization('o');
const invited = invitation('o', 'i');
const accepted = { acceptedUserId: 'u', acceptTime: CREATED + 5000 };

/** What becomes of `record(org)`, by what is there. */
const meetings: { title: string; there: Partial<MetadataRecord>; expected: Restored }[] = [
  { title: 'a lower revision', there: { revision: 6, publicRevision: 2 }, expected: 'written' },
  { title: 'the same revision', there: {}, expected: 'unchanged' },
  { title: 'a higher revision', there: { revision: 8 }, expected: 'newer' },
  { title: 'another incarnation with a lower revision', there: { incarnation: 1, revision: 3 }, expected: 'other' },
  { title: 'another incarnation with a higher revision', there: { incarnation: 1, revision: 9 }, expected: 'other' },
];

const refused: { title: string; given: MetadataRecord; reason: Reason; field: string }[] = [
  {
    title: 'a document over the limit',
    given: record(org, {}, documentOfSize(LIMIT_BYTES + 1)),
    reason: 'METADATA_TOO_LARGE',
    field: 'public_metadata',
  },
  {
    title: 'a document that is no valid Struct',
    given: record(org, { privateMetadata: new StructBytes(Uint8Array.of(1, 2, 3)) }),
    reason: 'METADATA_INVALID',
    field: 'private_metadata',
  },
  { title: 'the revision 0', given: record(org, { revision: 0 }), reason: 'ARGUMENT_INVALID', field: 'revision' },
  {
    title: 'a revision from which one can not count on',
    given: record(org, { revision: 2 ** 48 + 1 }),
    reason: 'ARGUMENT_INVALID',
    field: 'revision',
  },
  {
    title: 'more public revisions than revisions',
    given: record(org, { publicRevision: 8 }),
    reason: 'ARGUMENT_INVALID',
    field: 'public_revision',
  },
  {
    title: 'public metadata that was never given',
    given: record(org, { publicRevision: 0 }),
    reason: 'ARGUMENT_INVALID',
    field: 'public_revision',
  },
  {
    title: 'an incarnation of more than 32 bits',
    given: record(org, { incarnation: 2 ** 32 }),
    reason: 'ARGUMENT_INVALID',
    field: 'incarnation',
  },
  {
    title: 'a time that is none',
    given: record(org, { createTime: NaN }),
    reason: 'ARGUMENT_INVALID',
    field: 'create_time',
  },
  {
    title: 'an update before the creation',
    given: record(org, { updateTime: CREATED - 1 }),
    reason: 'ARGUMENT_INVALID',
    field: 'update_time',
  },
  {
    title: 'an id that no owner has',
    given: record(membership('o', 'u/v')),
    reason: 'ARGUMENT_INVALID',
    field: 'user_id',
  },
  {
    title: 'an accepted organization',
    given: record(org, accepted),
    reason: 'ARGUMENT_INVALID',
    field: 'accepted_user_id',
  },
  {
    title: 'an acceptance without its time',
    given: record(invited, { acceptedUserId: 'u' }),
    reason: 'ARGUMENT_INVALID',
    field: 'accept_time',
  },
  {
    title: 'an invitation with private metadata',
    given: record(invited, { privateMetadata: StructBytes.fromJson({ a: 1 }) }),
    reason: 'ARGUMENT_INVALID',
    field: 'private_metadata',
  },
];

async function listOwners(store: Store, query: Parameters<typeof listAll>[1]): Promise<Owner[]> {
  return (await listAll((page) => store.list(page), query)).records.map(({ owner }) => owner);
}

export const restoring: Case[] = [
  {
    title:
      '16. Restored: records come back as they were given, with versions, times and acceptance, also after a restart',
    async run(t, opened) {
      const given = [
        record(org),
        record(membership('without-record', 'u')),
        record(membership('o', 'u'), { revision: 1, publicRevision: 0 }, {}),
        record(invited),
        record(invitation('o', 'done'), accepted),
        record(organization('large'), {}, documentOfSize(LIMIT_BYTES)),
        record(organization('late'), { revision: 2 ** 48, incarnation: 0 }),
      ];
      for (const one of given) t.is(await opened.store.restore(one), 'written');
      for (const one of given) t.deepEqual(await stored(opened.store, one.owner), contents(one));
      const store = await opened.reopen();
      for (const one of given) t.deepEqual(await stored(store, one.owner), contents(one));
      for (const one of given) t.is(await store.restore(one), 'unchanged');
      for (const one of given) t.deepEqual(await stored(store, one.owner), contents(one));
    },
  },
  ...meetings.map(({ title, there, expected }): Case => ({
    title: `16. Restored: where there is ${title}, a record is ${expected}`,
    async run(t, { store }) {
      const before = record(org, there, { before: true });
      await store.restore(before);
      t.is(await store.restore(record(org)), expected);
      t.deepEqual(await stored(store, org), contents(expected === 'written' ? record(org) : before));
    },
  })),
  ...refused.map(({ title, given, reason, field }): Case => ({
    title: `16. Restored: ${title} is refused, and nothing is written`,
    async run(t, { store }) {
      const error = await refusal(t, reason, () => store.restore(given));
      t.is(error.metadata.field, field);
      for (const kind of ['organization', 'membership', 'invitation'] as const)
        t.deepEqual(await listOwners(store, { kind }), []);
    },
  })),
  {
    title: '16. Restored: sizes are counted, whatever the record says',
    async run(t, { store }) {
      await store.restore(record(org, { publicSizeBytes: 1, privateSizeBytes: 9000 }));
      t.like(await read(store, org), { publicSizeBytes: 7, privateSizeBytes: 19 });
    },
  },
  {
    title:
      '16. Restored: a restored record is listed, shown to the frontend, changed, accepted and deleted like any other',
    async run(t, { store }) {
      const hidden = record(membership('o', 'hidden'), { publicRevision: 0 }, {});
      const owners = [membership('alone', 'u'), membership('o', 'hidden'), membership('o', 'u')];
      for (const one of [record(org), hidden, record(membership('o', 'u')), record(membership('alone', 'u'))])
        await store.restore(one);
      await store.restore(record(invited, {}, { invited: true }));
      t.deepEqual(await listOwners(store, { kind: 'membership' }), owners);
      t.deepEqual(await listOwners(store, { kind: 'membership', userId: 'u' }), [owners[0], owners[2]]);
      const shown = await store.listPublic({ kind: 'membership', organizationId: 'o', pageSize: 9, maxBytes: 9999 });
      t.deepEqual(
        shown.records.map(({ owner }) => owner),
        [membership('o', 'u')],
      );
      const written = await store.write(org, update({ b: 2 }, undefined, { etag: '4000000000-7' }));
      t.like(written.record, { incarnation: 4_000_000_000, revision: 8, publicRevision: 4, createTime: CREATED });
      t.deepEqual((await store.accept(invited, 'u')).publicMetadata.json(), { a: 1, invited: true });
      await store.delete(org, deletion({ force: true }));
      t.deepEqual(await listOwners(store, { kind: 'membership' }), [owners[0]]);
      t.deepEqual(await listOwners(store, { kind: 'invitation' }), []);
    },
  },
  {
    title: '16. Restored: an invitation that was not accepted takes the place of an earlier revision that was',
    async run(t, { store }) {
      await store.restore(record(invited, { revision: 2, publicRevision: 2, ...accepted }));
      const open = record(invited, { revision: 3 });
      t.is(await store.restore(open), 'written');
      t.deepEqual(await stored(store, invited), contents(open));
    },
  },
  {
    title: '16. Restored: a membership that becomes public by a later revision is listed for the frontend',
    async run(t, { store }) {
      const owner = membership('o', 'u');
      await store.restore(record(owner, { revision: 1, publicRevision: 0 }, {}));
      t.is(await store.restore(record(owner)), 'written');
      const { records } = await store.listPublic({ kind: 'membership', pageSize: 9, maxBytes: 9999 });
      t.is(records[0]?.publicRevision, 3);
    },
  },
  {
    title: '16. Restored: of many revisions restored at once, in any order, the highest stays',
    async run(t, { store }) {
      const revisions = [5, 9, 3, 12, 7, 12, 4, 11];
      const given = revisions.map((revision) => record(org, { revision }, { revision }));
      const outcomes = await Promise.all(given.map((one) => store.restore(one)));
      t.is(outcomes.filter((outcome) => outcome === 'unchanged').length, 1);
      t.deepEqual((await read(store, org)).publicMetadata.json(), { revision: 12 });
      // What callers write meanwhile is never lost.
      const writes = Array.from({ length: 20 }, (_, index) => store.write(org, update({ [`w${index}`]: index })));
      await Promise.all([...writes, ...given.map((one) => store.restore(one))]);
      t.is(Object.keys((await read(store, org)).publicMetadata.json()).length, 21);
    },
  },
  {
    title: '16. Restored: a damaged record is not written over, and is reported',
    async run(t, opened) {
      const { store, damages } = opened;
      await store.restore(record(org));
      await opened.damage(org);
      await t.throwsAsync(() => store.restore(record(org, { revision: 9 })), { instanceOf: DamagedRecord });
      t.like(damages[0], { kind: 'organization', ownerName: 'o' });
      await store.delete(org, deletion());
      t.is(await store.restore(record(org)), 'written');
    },
  },
];
