import test from 'ava';
import type { Store } from '../../../src/store/store.js';
import { invitation, membership } from '../make-change.js';
import { listAll } from '../read-record.js';
import { openTemporaryStore } from './open-temporary-store.js';
import { runChild } from './run-child.js';

/** Finds what was acknowledged and isn't there. */
async function findLost(store: Store, lines: readonly string[]): Promise<string[]> {
  const lost: string[] = [];
  for (const line of lines) {
    const [verb = '', id = ''] = line.split(' ');
    const isThere = {
      written: async () => {
        const record = await store.get(membership('o', id));
        return record?.publicMetadata.json().id === id && record.privateMetadata.json().id === id;
      },
      accepted: async () =>
        (await store.get(membership('o', `${id}-accepted`)))?.publicMetadata.json().invited === id &&
        (await store.get(invitation('o', id)))?.acceptedUserId === `${id}-accepted`,
      deleted: async () => (await store.get(membership('o', `${id}-deleted`))) === undefined,
    }[verb];
    if (!(await isThere?.())) lost.push(line);
  }
  return lost;
}

test('1. Durable: after SIGKILL in the middle of writes, everything that was acknowledged is there, and nothing is half done', async (t) => {
  const { dataDir, store, reopen, damages } = await openTemporaryStore(t);
  await store.close();
  const acknowledged: string[] = [];
  for (const round of [1, 2, 3]) {
    const child = runChild(t, 'write-until-killed.child.ts', [dataDir, String(round)]);
    const enough = acknowledged.length + 300 * round;
    for await (const line of child.lines) {
      acknowledged.push(line);
      if (acknowledged.length === enough) child.process.kill('SIGKILL');
    }
    t.is(await child.ended, 'SIGKILL');
    t.true(acknowledged.length >= enough);
    const opened = await reopen();
    t.deepEqual(await findLost(opened, acknowledged), []);
    const invitations = await listAll((query) => opened.list(query), { kind: 'invitation', organizationId: 'o' });
    const memberships = await listAll((query) => opened.list(query), { kind: 'membership', organizationId: 'o' });
    const members = new Set(memberships.records.map(({ owner }) => ('userId' in owner ? owner.userId : '')));
    for (const { owner, acceptedUserId } of invitations.records) {
      const invitationId = 'invitationId' in owner ? owner.invitationId : '';
      t.is(acceptedUserId !== undefined, members.has(`${invitationId}-accepted`));
    }
    for (const { owner } of memberships.records) {
      const userId = 'userId' in owner ? owner.userId : '';
      const { records } = await opened.list({ kind: 'membership', userId, pageSize: 10, maxBytes: 100_000 });
      t.deepEqual(
        records.map((record) => record.owner),
        [owner],
      );
    }
    await opened.close();
  }
  t.deepEqual(damages, []);
  // The teardown closes a store that is open.
  await reopen();
});
