import type { Owner } from '../../../src/domain/owner.js';
import type { Store } from '../../../src/store/store.js';
import { deletion, invitation, membership, organization, update } from '../make-change.js';
import { mapConcurrently } from '../map-concurrently.js';
import { listAll, refusal } from '../read-record.js';
import type { Case } from './case.js';

const organizationItself = organization('o');
const children = [membership('o', 'u'), membership('o', 'v'), invitation('o', 'i')];
/** Ids that sort right before and right behind `o/`. */
const neighbours = ['o!', 'o-', 'o.', 'o0', 'oo', 'n'].flatMap((id) => [organization(id), membership(id, 'u')]);

async function writeAll(store: Store, owners: readonly Owner[]): Promise<void> {
  for (const owner of owners) await store.write(owner, update({ a: 1 }));
}

async function existing(store: Store, owners: readonly Owner[]): Promise<Owner[]> {
  const records = await store.getMany(owners);
  return owners.filter((_, index) => records[index] !== undefined);
}

export const deleting: Case[] = [
  ...[organizationItself, membership('o', 'u'), invitation('o', 'i')].map((owner): Case => ({
    title: `13. Deleted: a record of kind ${owner.kind} is gone, and then not found, whatever the condition`,
    async run(t, { store }) {
      await store.write(owner, update({ a: 1 }));
      await store.delete(owner, deletion());
      t.is(await store.get(owner), undefined);
      t.is(await store.getPublic(owner), undefined);
      t.deepEqual((await listAll((query) => store.list(query), { kind: owner.kind })).records, []);
      for (const etag of ['', '*', '0', 'abc-1']) {
        for (const force of [false, true]) {
          await refusal(t, 'METADATA_NOT_FOUND', () => store.delete(owner, { etag, force }));
        }
      }
    },
  })),
  {
    title: '13. Deleted: a deleted membership is not listed by its user any more',
    async run(t, { store }) {
      await writeAll(store, [membership('o', 'u'), membership('p', 'u')]);
      await store.delete(membership('o', 'u'), deletion());
      const { records } = await listAll((query) => store.list(query), { kind: 'membership', userId: 'u' });
      t.deepEqual(
        records.map(({ owner }) => owner),
        [membership('p', 'u')],
      );
    },
  },
  ...[membership('o', 'u'), invitation('o', 'i')].flatMap((child) =>
    [true, false].map((hasRecord): Case => ({
      title: `13. Deleted: an organization ${hasRecord ? 'with' : 'without'} a record of its own is not empty while there is a record of kind ${child.kind}`,
      async run(t, { store }) {
        const owners: Owner[] = hasRecord ? [organizationItself, child] : [child];
        await writeAll(store, owners);
        await refusal(t, 'ORGANIZATION_NOT_EMPTY', () => store.delete(organizationItself, deletion()));
        t.deepEqual(await existing(store, owners), owners);
        await store.delete(organizationItself, deletion({ force: true }));
        t.deepEqual(await existing(store, owners), []);
        await refusal(t, 'METADATA_NOT_FOUND', () => store.delete(organizationItself, deletion({ force: true })));
      },
    })),
  ),
  {
    title: '13. Deleted: force takes the memberships and invitations of this organization, and no others',
    async run(t, { store }) {
      await writeAll(store, [organizationItself, ...children, ...neighbours]);
      await store.delete(organizationItself, deletion({ force: true }));
      t.deepEqual(await existing(store, [organizationItself, ...children]), []);
      t.deepEqual(await existing(store, neighbours), neighbours);
      const { records } = await listAll((query) => store.list(query), { kind: 'membership', userId: 'u' });
      t.is(records.length, neighbours.length / 2);
    },
  },
  {
    title: '13. Deleted: force with the etag of another state deletes nothing',
    async run(t, { store }) {
      await writeAll(store, [organizationItself, ...children]);
      await refusal(t, 'ETAG_MISMATCH', () => store.delete(organizationItself, { etag: 'abc-1', force: true }));
      t.deepEqual(await existing(store, children), children);
      await store.delete(organizationItself, { etag: '*', force: true });
      t.deepEqual(await existing(store, children), []);
    },
  },
  {
    title: '13. Deleted: an organization without a record of its own is not found by any etag, and keeps its children',
    async run(t, { store }) {
      await writeAll(store, children);
      for (const etag of ['*', '0', 'abc-1']) {
        for (const force of [false, true]) {
          await refusal(t, 'METADATA_NOT_FOUND', () => store.delete(organizationItself, { etag, force }));
        }
      }
      t.deepEqual(await existing(store, children), children);
    },
  },
  {
    title: '13. Deleted: force takes more children than any store deletes at once, and other calls go on meanwhile',
    async run(t, { store }) {
      const members = Array.from({ length: 5000 }, (_, index) => membership('o', `m${index}`));
      await writeAll(store, [organizationItself, ...children]);
      await mapConcurrently(members, (owner) => store.write(owner, update({ a: 1 })));
      const state = { isDeleting: true };
      const deleting = store.delete(organizationItself, deletion({ force: true })).finally(() => {
        state.isDeleting = false;
      });
      let writes = 0;
      while (state.isDeleting) {
        await store.write(membership('p', 'u'), update({ writes }));
        writes += 1;
      }
      await deleting;
      t.true(writes > 3, `${writes} writes`);
      t.deepEqual(await existing(store, [organizationItself, ...children, ...members]), []);
      const ofOrganization = { kind: 'membership', organizationId: 'o' } as const;
      t.deepEqual((await listAll((query) => store.listPublic(query), ofOrganization)).records, []);
      await refusal(t, 'METADATA_NOT_FOUND', () => store.delete(organizationItself, deletion({ force: true })));
    },
  },
];
