import { setTimeout } from 'node:timers/promises';
import type { Change } from '../../../src/store/store.js';
import { invitation, organization, replace, update } from '../make-change.js';
import { contents, read, stored } from '../read-record.js';
import type { Case } from './case.js';

const owner = organization('o');
const start = update({ a: 1, list: [1, { b: null }] }, { secret: { x: 1, y: 2 } });

const quiet: { title: string; change: Change }[] = [
  { title: 'an update with the values that are there', change: update({ a: 1 }, { secret: { y: 2 } }) },
  { title: 'an update with {}', change: update({}, {}) },
  { title: 'an update that removes what is not there', change: update({ z: null }, { secret: { z: null } }) },
  { title: 'an update of no document', change: update() },
  { title: 'a replacement by the same', change: replace({ list: [1, { b: null }], a: 1 }, { secret: { y: 2, x: 1 } }) },
  { title: 'a replacement of no document', change: replace() },
];

export const versions: Case[] = [
  ...quiet.map(({ title, change }): Case => ({
    title: `5. Quiet: ${title} leaves the record as it was, with its versions and times`,
    async run(t, { store }) {
      await store.write(owner, start);
      const before = await stored(store, owner);
      await setTimeout(2);
      const result = await store.write(owner, change);
      t.deepEqual(contents(result.record), before);
      t.deepEqual(contents(result.before), before);
      t.deepEqual(await stored(store, owner), before);
    },
  })),
  {
    title:
      '5. Quiet: a write counts revisions from 1, and one that changes only private metadata leaves the public ones',
    async run(t, { store }) {
      const created = (await store.write(owner, start)).record;
      t.like(created, { revision: 1, publicRevision: 1 });
      t.is(created.updateTime, created.createTime);
      t.is(created.publicUpdateTime, created.createTime);
      await setTimeout(2);
      const hidden = (await store.write(owner, update({ a: 1 }, { secret: null, other: 1 }))).record;
      t.like(hidden, { revision: 2, publicRevision: 1, publicUpdateTime: created.publicUpdateTime });
      t.true(hidden.updateTime > created.updateTime);
      t.is(hidden.createTime, created.createTime);
      await setTimeout(2);
      const shown = (await store.write(owner, update({ a: 2 }))).record;
      t.like(shown, { revision: 3, publicRevision: 2 });
      t.is(shown.publicUpdateTime, shown.updateTime);
      t.true(shown.updateTime > hidden.updateTime);
      t.deepEqual(contents(shown), await stored(store, owner));
    },
  },
  {
    title: '5. Quiet: a write returns the record as it was before, and undefined where it created it',
    async run(t, { store }) {
      const created = await store.write(owner, start);
      t.is(created.before, undefined);
      const changed = await store.write(owner, update({ a: 2 }));
      t.deepEqual(contents(changed.before), contents(created.record));
    },
  },
  {
    title: '5. Quiet: a write without any document creates a missing record, with empty documents',
    async run(t, { store }) {
      await store.write(invitation('o', 'i'), update());
      const record = await read(store, invitation('o', 'i'));
      t.like(record, { revision: 1, publicRevision: 0, publicSizeBytes: 2, privateSizeBytes: 2 });
      t.deepEqual(record.publicMetadata.json(), {});
      t.deepEqual(record.privateMetadata.json(), {});
    },
  },
  {
    title: '7. Dry: a write with validateOnly returns what would be stored, and stores nothing',
    async run(t, { store }) {
      const planned = (await store.write(owner, { ...start, validateOnly: true })).record;
      t.deepEqual(planned.publicMetadata.json(), start.publicMetadata);
      t.like(planned, { revision: 1, publicRevision: 1, owner });
      t.is(await store.get(owner), undefined);
      await store.write(owner, start);
      const before = await stored(store, owner);
      for (const change of [update({ a: null, b: 2 }, {}), replace({ b: 2, list: [1, { b: null }] })]) {
        const result = await store.write(owner, { ...change, validateOnly: true });
        t.deepEqual(result.record.publicMetadata.json(), { b: 2, list: [1, { b: null }] });
        t.is(result.record.revision, 2);
        t.deepEqual(contents(result.before), before);
        t.deepEqual(await stored(store, owner), before);
      }
    },
  },
];
