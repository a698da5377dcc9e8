import { inspect } from 'node:util';
import type { Owner } from '../../../src/domain/owner.js';
import type { PublicRecord } from '../../../src/store/record.js';
import type { Store } from '../../../src/store/store.js';
import { deletion, invitation, membership, update } from '../make-change.js';
import { mapConcurrently } from '../map-concurrently.js';
import { listAll, read } from '../read-record.js';
import type { Case } from './case.js';

const owner = membership('o', 'u');

/** What each of the three public reads gives for one owner. */
async function readPublic(store: Store, one: Owner): Promise<(PublicRecord | undefined)[]> {
  const page = await store.listPublic({ kind: one.kind, organizationId: 'o', pageSize: 10, maxBytes: 1000 });
  return [await store.getPublic(one), ...(await store.getManyPublic([one])), page.records[0]];
}

export const publicReads: Case[] = [
  {
    title: '9. Public: a public read gives what the frontend may know, and nothing more',
    async run(t, { store }) {
      await store.write(owner, update({ shown: 1 }, { hidden: 'secret' }));
      await store.write(owner, update(undefined, { hidden: 'secrets' }));
      const { incarnation, publicRevision, publicUpdateTime, publicMetadata } = await read(store, owner);
      for (const record of await readPublic(store, owner)) {
        t.deepEqual(
          { ...record, publicMetadata: record?.publicMetadata.json() },
          { owner, incarnation, publicRevision, publicUpdateTime, publicMetadata: publicMetadata.json() },
        );
        t.notRegex(inspect(record, { depth: 9, showHidden: true }), /private|hidden|secret/i);
      }
    },
  },
  {
    title: '9. Public: a record whose public metadata was never given is not there, until a write gives some',
    async run(t, { store }) {
      await store.write(owner, update(undefined, { hidden: 1 }));
      t.deepEqual(await readPublic(store, owner), [undefined, undefined, undefined]);
      t.is((await read(store, owner)).publicRevision, 0);
      // Changes nothing, and so gives nothing.
      await store.write(owner, update({}, { hidden: 2 }));
      await store.write(owner, update({ a: null }));
      t.deepEqual(await readPublic(store, owner), [undefined, undefined, undefined]);
      await store.write(owner, update({ a: 1 }));
      for (const record of await readPublic(store, owner)) t.is(record?.publicRevision, 1);
      await store.write(owner, update({ a: null }));
      for (const record of await readPublic(store, owner)) t.is(record?.publicRevision, 2);
    },
  },
  {
    title: '9. Public: a record that was created with an empty public document is there',
    async run(t, { store }) {
      await store.write(owner, update({ a: null }));
      for (const record of await readPublic(store, owner)) {
        t.is(record?.publicRevision, 1);
        t.deepEqual(record?.publicMetadata.json(), {});
      }
    },
  },
  {
    title: '9. Public: a public listing passes over what the frontend may not know, and still ends',
    async run(t, { store }) {
      const users = Array.from({ length: 50 }, (_, index) => `u${String(index).padStart(2, '0')}`);
      await Promise.all(
        users.map((user, index) =>
          store.write(membership('o', user), index % 3 === 0 ? update({ n: index }) : update(undefined, { n: index })),
        ),
      );
      const seen: unknown[] = [];
      let after: string | undefined;
      do {
        const query = { kind: 'membership', organizationId: 'o', pageSize: 4, maxBytes: 1000, after } as const;
        const page = await store.listPublic(query);
        seen.push(...page.records.map((record) => record.publicMetadata.json().n));
        after = page.next;
      } while (after !== undefined);
      t.deepEqual(
        seen,
        users.map((_, index) => index).filter((index) => index % 3 === 0),
      );
    },
  },
  {
    title:
      '9. Public: what became public later, or by acceptance, is listed, and what was deleted is not, nor what came in its place',
    async run(t, { store }) {
      const query = { kind: 'membership', organizationId: 'o', pageSize: 10, maxBytes: 1000 } as const;
      const listed = async () =>
        (await store.listPublic(query)).records.map((record) => Object.values(record.owner).at(-1) as string);
      for (const user of ['accepted', 'later', 'never'])
        await store.write(membership('o', user), update(undefined, {}));
      await store.write(membership('o', 'from-start'), update({ a: 1 }));
      t.deepEqual(await listed(), ['from-start']);
      await store.write(membership('o', 'later'), update({ a: 1 }));
      await store.write(invitation('o', 'i'), update({ a: 1 }));
      await store.accept(invitation('o', 'i'), 'accepted');
      await store.write(invitation('o', 'j'), update({}));
      await store.accept(invitation('o', 'j'), 'new');
      t.deepEqual(await listed(), ['accepted', 'from-start', 'later', 'new']);
      for (const user of ['later', 'new']) await store.delete(membership('o', user), deletion());
      await store.write(membership('o', 'later'), update(undefined, { hidden: 1 }));
      t.deepEqual(await listed(), ['accepted', 'from-start']);
    },
  },
  {
    title:
      '10. Paged: a page for the frontend is full whatever lies between what it may know, and the last one says so',
    async run(t, { store }) {
      const users = Array.from({ length: 1010 }, (_, index) => `u${String(index).padStart(4, '0')}`);
      const shown = users.filter((_, index) => index % 100 === 50);
      await mapConcurrently(users, (user) =>
        store.write(membership('o', user), shown.includes(user) ? update({ user }) : update(undefined, { user })),
      );
      const { pages } = await listAll((query) => store.listPublic(query), {
        kind: 'membership',
        organizationId: 'o',
        pageSize: 5,
      });
      t.deepEqual(
        pages.map(({ records }) => records.map(({ publicMetadata }) => publicMetadata.json().user)),
        [shown.slice(0, 5), shown.slice(5)],
      );
    },
  },
];
