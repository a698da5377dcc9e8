import { ownerName, type Owner } from '../../../src/domain/owner.js';
import { DamagedRecord } from '../../../src/store/damaged-record.js';
import { deletion, invitation, membership, organization, update } from '../make-change.js';
import { listAll, publicDocument } from '../read-record.js';
import type { Case } from './case.js';

const damaged = membership('o', 'b');
const sound = [membership('o', 'a'), membership('o', 'c')];

export const damage: Case[] = [
  {
    title: '14. Damage is contained: a damaged record fails its own reads and writes, and is reported',
    async run(t, opened) {
      const { store, damages } = opened;
      for (const owner of [damaged, ...sound]) await store.write(owner, update({ name: ownerName(owner) }, { p: 1 }));
      await opened.damage(damaged);
      const calls: (() => Promise<unknown>)[] = [
        () => store.get(damaged),
        () => store.getPublic(damaged),
        () => store.getMany([damaged]),
        () => store.getManyPublic([damaged]),
        () => store.write(damaged, update({ a: 1 })),
        () => store.write(damaged, update({ a: 1 }, undefined, { validateOnly: true })),
        () => store.delete(damaged, deletion({ etag: 'abc-1' })),
      ];
      for (const [index, call] of calls.entries()) {
        await t.throwsAsync(call, { instanceOf: DamagedRecord });
        t.is(damages.length, index + 1);
        t.like(damages[index], { kind: 'membership', ownerName: 'o/b' });
        t.notRegex(damages[index]?.problem ?? '', /name|o\/b/);
      }
    },
  },
  {
    title: '14. Damage is contained: other records are read, written and listed past it, in the same moment too',
    async run(t, opened) {
      const { store, damages } = opened;
      for (const owner of [damaged, ...sound]) await store.write(owner, update({ name: ownerName(owner) }));
      await opened.damage(damaged);
      const [failed, ...done] = await Promise.allSettled([
        store.write(damaged, update({ b: 1 })),
        ...sound.map((owner) => store.write(owner, update({ b: 1 }))),
        ...sound.map((owner) => store.get(owner)),
      ]);
      t.is(failed.status, 'rejected');
      t.true(done.every(({ status }) => status === 'fulfilled'));
      for (const owner of sound) t.deepEqual(await publicDocument(store, owner), { name: ownerName(owner), b: 1 });
      const reported = damages.length;
      for (const query of [
        { organizationId: 'o' },
        { userId: 'b' },
        { organizationId: 'o', publicContains: { b: 1 } },
      ]) {
        const { records } = await listAll((page) => store.list({ ...page, pageSize: 1 }), {
          kind: 'membership',
          ...query,
        });
        t.deepEqual(
          records.map(({ owner }) => owner),
          'userId' in query ? [] : sound,
        );
      }
      // A store whose database filters may not even come by it in the third.
      t.true(damages.length >= reported + 2);
    },
  },
  {
    title: '14. Damage is contained: a damaged record can be deleted and written anew',
    async run(t, opened) {
      const { store } = opened;
      const owners: Owner[] = [organization('o'), membership('o', 'u'), invitation('o', 'i')];
      for (const etag of ['', '*']) {
        for (const owner of owners) await store.write(owner, update({ a: 1 }));
        for (const owner of owners) await opened.damage(owner);
        for (const owner of owners.toReversed()) await store.delete(owner, deletion({ etag }));
        for (const owner of owners) t.is(await store.get(owner), undefined);
      }
      for (const owner of owners) await store.write(owner, update({ a: 2 }));
      for (const owner of owners) await opened.damage(owner);
      await store.delete(organization('o'), deletion({ force: true }));
      t.deepEqual((await listAll((query) => store.list(query), { kind: 'membership', userId: 'u' })).records, []);
    },
  },
];
