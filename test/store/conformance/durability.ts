import { ETAG_ABSENT } from '../../../src/domain/etag.js';
import { OrgmetaError } from '../../../src/domain/errors.js';
import { backendEtag } from '../../../src/domain/etag.js';
import { deletion, invitation, membership, organization, replace, update } from '../make-change.js';
import { publicDocument, read, stored } from '../read-record.js';
import type { Case } from './case.js';

export const durability: Case[] = [
  {
    title: '1. Durable: everything is as it was after closing and opening, versions and times too',
    async run(t, { store, reopen }) {
      const owners = [organization('o'), membership('o', 'u'), invitation('o', 'i'), membership('o', 'gone')];
      for (const owner of owners) await store.write(owner, update({ name: owner.kind, list: [1, null] }));
      await store.write(organization('o'), update(undefined, { secret: true }));
      await store.accept(invitation('o', 'i'), 'u');
      await store.delete(membership('o', 'gone'), deletion());
      const before = await Promise.all(owners.map((owner) => stored(store, owner)));
      const key = Buffer.from(store.pageTokenKey);
      const opened = await reopen();
      t.deepEqual(await Promise.all(owners.map((owner) => stored(opened, owner))), before);
      t.is(before[3], undefined);
      t.deepEqual(Buffer.from(opened.pageTokenKey), key);
      t.is(key.length, 32);
    },
  },
  {
    title: '1. Durable: closing finishes the writes and listings that were begun',
    async run(t, { store, reopen }) {
      const owners = Array.from({ length: 200 }, (_, index) => organization(`o${index}`));
      const writes = Promise.all(owners.map((owner) => store.write(owner, update({ a: 1 }))));
      const listing = store.list({ kind: 'organization', pageSize: 100, maxBytes: 1000 });
      const opened = await reopen();
      t.is((await writes).length, owners.length);
      t.true((await listing).records.length <= 100);
      t.false((await opened.getMany(owners)).includes(undefined));
    },
  },
  {
    title: '2. Visible: a read that starts after a write resolved sees it, whatever else is read and written meanwhile',
    async run(t, { store }) {
      let isStale = false;
      const work = async (worker: number) => {
        const owner = organization(`o${worker}`);
        for (let round = 1; round <= 100; round += 1) {
          // Opens a snapshot in this turn, which must not be what the next read sees.
          void store.get(owner);
          await store.write(owner, update({ round }));
          const [record, publicRecord, page] = await Promise.all([
            store.get(owner),
            store.getPublic(owner),
            store.list({ kind: 'organization', organizations: [owner.organizationId], pageSize: 1, maxBytes: 1000 }),
          ]);
          const seen = [record, publicRecord, page.records[0]].map((found) => found?.publicMetadata.json().round);
          if (seen.some((value) => value !== round)) isStale = true;
        }
      };
      await Promise.all(Array.from({ length: 16 }, (_, worker) => work(worker)));
      t.false(isStale);
    },
  },
  {
    title: '3. Nothing lost: 64 writers merge different members into one record, which then has them all',
    async run(t, { store }) {
      const owner = membership('o', 'u');
      const work = async (writer: number) => {
        for (const round of [1, 2, 3]) {
          await store.write(owner, update({ [`public${writer}`]: { [`round${round}`]: round } }));
          await store.write(owner, update(undefined, { [`private${writer}`]: round }));
        }
      };
      await Promise.all(Array.from({ length: 64 }, (_, writer) => work(writer)));
      const record = await read(store, owner);
      const rounds = { round1: 1, round2: 2, round3: 3 };
      const all = (value: (writer: number) => [string, unknown]) =>
        Object.fromEntries(Array.from({ length: 64 }, (_, writer) => value(writer)));
      t.deepEqual(
        record.publicMetadata.json(),
        all((writer) => [`public${writer}`, rounds]),
      );
      t.deepEqual(
        record.privateMetadata.json(),
        all((writer) => [`private${writer}`, 3]),
      );
      t.is(record.revision, 64 * 6);
      t.is(record.publicRevision, 64 * 3);
    },
  },
  {
    title: '3. Nothing lost: 16 writers that read, count and write on condition of the etag count every step',
    async run(t, { store }) {
      const owner = organization('o');
      const step = async (): Promise<void> => {
        const current = await store.get(owner);
        const count = Number(current?.publicMetadata.json().count ?? 0) + 1;
        const etag = current === undefined ? ETAG_ABSENT : backendEtag(current);
        try {
          await store.write(owner, replace({ count }, undefined, { etag }));
        } catch (error) {
          if (!(error instanceof OrgmetaError) || error.reason !== 'ETAG_MISMATCH') throw error;
          return step();
        }
      };
      const work = async () => {
        for (let round = 0; round < 5; round += 1) await step();
      };
      await Promise.all(Array.from({ length: 16 }, work));
      t.deepEqual(await publicDocument(store, owner), { count: 80 });
    },
  },
  {
    title: '3. Nothing lost: of many who create a record at once, one does, and the others change it',
    async run(t, { store }) {
      const results = await Promise.all(
        Array.from({ length: 32 }, (_, index) => store.write(organization('o'), update({ [`k${index}`]: index }))),
      );
      t.is(results.filter(({ before }) => before === undefined).length, 1);
      t.is(new Set(results.map(({ record }) => record.incarnation)).size, 1);
      t.deepEqual(
        results.map(({ record }) => record.revision).sort((left, right) => left - right),
        Array.from({ length: 32 }, (_, index) => index + 1),
      );
    },
  },
];
