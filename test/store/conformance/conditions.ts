import type { Reason } from '../../../src/domain/errors.js';
import { backendEtag, frontendEtag } from '../../../src/domain/etag.js';
import type { MetadataRecord } from '../../../src/store/record.js';
import { deletion, membership, organization, replace, update } from '../make-change.js';
import { read, refusal, stored } from '../read-record.js';
import type { Case } from './case.js';

interface Condition {
  readonly title: string;
  /** The etag that is sent, made of the record as it is. */
  readonly etag: (current: MetadataRecord) => string;
  readonly refusal?: Reason;
}

const onExisting: Condition[] = [
  { title: 'none', etag: () => '' },
  { title: 'the current one', etag: backendEtag },
  { title: '*', etag: () => '*' },
  { title: '0', etag: () => '0', refusal: 'ETAG_MISMATCH' },
  { title: 'an old one', etag: (now) => backendEtag({ ...now, revision: now.revision - 1 }), refusal: 'ETAG_MISMATCH' },
  {
    title: 'a later one',
    etag: (now) => backendEtag({ ...now, revision: now.revision + 1 }),
    refusal: 'ETAG_MISMATCH',
  },
  {
    title: 'that of another record',
    etag: (now) => backendEtag({ ...now, incarnation: now.incarnation ^ 1 }),
    refusal: 'ETAG_MISMATCH',
  },
  { title: "the frontend's", etag: frontendEtag, refusal: 'ETAG_MISMATCH' },
  { title: 'nonsense', etag: () => '"1"', refusal: 'ETAG_MISMATCH' },
];

const onMissing: { etag: string; refusal?: Reason }[] = [
  { etag: '' },
  { etag: '0' },
  { etag: '*', refusal: 'METADATA_NOT_FOUND' },
  { etag: 'abc-1', refusal: 'ETAG_MISMATCH' },
];

const changes = { update: update({ changed: true }), replace: replace({ changed: true }) };

export const conditions: Case[] = [
  ...(['update', 'replace'] as const).flatMap((verb) => [
    ...onExisting.map(({ title, etag, refusal: reason }): Case => ({
      title: `4. Conditional: ${verb} of a record, with the etag ${title}: ${reason ?? 'done'}`,
      async run(t, { store }) {
        const owner = membership('o', 'u');
        await store.write(owner, update({ a: 1 }));
        const { record } = await store.write(owner, update({ a: 2 }, { p: 1 }));
        const before = await stored(store, owner);
        const change = { ...changes[verb], etag: etag(record) };
        if (reason === undefined) {
          t.is((await store.write(owner, change)).record.revision, record.revision + 1);
          return;
        }
        const error = await refusal(t, reason, () => store.write(owner, change));
        t.is(error.metadata.etag, backendEtag(record));
        t.deepEqual(await stored(store, owner), before);
      },
    })),
    ...onMissing.map(({ etag, refusal: reason }): Case => ({
      title: `4. Conditional: ${verb} where there is no record, with the etag "${etag}": ${reason ?? 'done'}`,
      async run(t, { store }) {
        const owner = membership('o', 'u');
        const change = { ...changes[verb], etag };
        if (reason === undefined) {
          t.is((await store.write(owner, change)).record.revision, 1);
          return;
        }
        const error = await refusal(t, reason, () => store.write(owner, change));
        if (reason === 'ETAG_MISMATCH') t.is(error.metadata.etag, '0');
        else t.deepEqual(error.metadata, { organization_id: 'o', user_id: 'u' });
        t.is(await store.get(owner), undefined);
      },
    })),
  ]),
  ...onExisting.map(({ title, etag, refusal: reason }): Case => ({
    title: `4. Conditional: a deletion with the etag ${title}: ${reason ?? 'done'}`,
    async run(t, { store }) {
      const owner = organization('o');
      await store.write(owner, update({ a: 1 }));
      const { record } = await store.write(owner, update({ a: 2 }));
      const remove = () => store.delete(owner, deletion({ etag: etag(record) }));
      if (reason === undefined) {
        await remove();
        t.is(await store.get(owner), undefined);
        return;
      }
      const error = await refusal(t, reason, remove);
      t.is(error.metadata.etag, backendEtag(record));
      t.truthy(await store.get(owner));
    },
  })),
  {
    title: '4. Conditional: a record that was deleted and created again has another etag, for both services',
    async run(t, { store }) {
      const owner = organization('o');
      const first = (await store.write(owner, update({ a: 1 }))).record;
      await store.delete(owner, deletion());
      const second = (await store.write(owner, update({ a: 1 }))).record;
      t.is(second.revision, first.revision);
      t.not(backendEtag(second), backendEtag(first));
      t.not(frontendEtag(second), frontendEtag(first));
      await refusal(t, 'ETAG_MISMATCH', () => store.write(owner, update({ a: 2 }, {}, { etag: backendEtag(first) })));
    },
  },
  {
    title: '4. Conditional: of many writes with the same etag, exactly one is done',
    async run(t, { store }) {
      const owner = organization('o');
      const etag = backendEtag((await store.write(owner, update({ a: 1 }))).record);
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) => store.write(owner, update({ winner: index }, undefined, { etag }))),
      );
      t.is(results.filter(({ status }) => status === 'fulfilled').length, 1);
      t.is((await read(store, owner)).revision, 2);
    },
  },
];
