import test, { type ExecutionContext } from 'ava';
import type { Owner } from '../../src/domain/owner.js';
import { scopedStore, type Reach, type ScopedStore } from '../../src/store/scoped-store.js';
import { openTemporaryStore } from './lmdb/open-temporary-store.js';
import { deletion, invitation, membership, organization, update } from './make-change.js';
import { refusal } from './read-record.js';

const page = { pageSize: 10, maxBytes: 1_000_000 };

const callers = {
  backend: { role: 'backend', organizations: undefined },
  frontend: { role: 'frontend', organizations: undefined },
  'backend of a': { role: 'backend', organizations: new Set(['a']) },
  'frontend of a and c': { role: 'frontend', organizations: new Set(['a', 'c']) },
  'backend of none': { role: 'backend', organizations: new Set<string>() },
} as const satisfies Record<string, Reach>;

/** Every method that names an organization, called for one. */
const calls: Record<string, (store: ScopedStore, organizationId: string) => Promise<unknown>> = {
  get: (store, id) => store.get(membership(id, 'u')),
  getMany: (store, id) => store.getMany([organization('a'), organization(id)]),
  getPublic: (store, id) => store.getPublic(organization(id)),
  getManyPublic: (store, id) => store.getManyPublic([organization('a'), invitation(id, 'i')]),
  write: (store, id) => store.write(membership(id, 'u'), update({ written: true })),
  delete: (store, id) => store.delete(membership(id, 'u'), deletion()),
  accept: (store, id) => store.accept(invitation(id, 'i'), 'v'),
  'list members': (store, id) => store.list({ kind: 'membership', organizationId: id, ...page }),
  'list invitations': (store, id) => store.list({ kind: 'invitation', organizationId: id, ...page }),
  'list public': (store, id) => store.listPublic({ kind: 'membership', organizationId: id, ...page }),
};

async function openFilledStore(t: ExecutionContext) {
  const { store } = await openTemporaryStore(t);
  for (const id of ['a', 'b', 'c']) {
    const owners: Owner[] = [organization(id), membership(id, 'u'), invitation(id, 'i')];
    for (const owner of owners) await store.write(owner, update({ id }));
  }
  return store;
}

for (const [name, caller] of Object.entries<Reach>(callers)) {
  test(`a ${name} reaches its own organizations and no other, by every method`, async (t) => {
    const store = await openFilledStore(t);
    const scoped = scopedStore(store, caller);
    for (const [call, run] of Object.entries(calls)) {
      for (const id of ['b', 'a']) {
        const mayEnumerate = caller.role === 'backend' || caller.organizations !== undefined;
        const isAllowed = (caller.organizations?.has(id) ?? true) && (call !== 'list public' || mayEnumerate);
        if (isAllowed) await t.notThrowsAsync(run(scoped, id), call);
        else await refusal(t, 'ORGANIZATION_NOT_ALLOWED', () => run(scoped, id));
      }
    }
    if (caller.organizations === undefined) return;
    // Nothing of what was refused was done.
    t.deepEqual((await store.get(membership('b', 'u')))?.publicMetadata.json(), { id: 'b' });
    t.is((await store.get(invitation('b', 'i')))?.acceptedUserId, undefined);
  });

  test(`a ${name} lists across organizations only its own`, async (t) => {
    const scoped = scopedStore(await openFilledStore(t), caller);
    const expected = ['a', 'b', 'c'].filter((id) => caller.organizations?.has(id) ?? true);
    const organizations = await scoped.list({ kind: 'organization', ...page });
    t.deepEqual(
      organizations.records.map(({ owner }) => owner),
      expected.map((id) => organization(id)),
    );
    const memberships = await scoped.list({ kind: 'membership', userId: 'u', ...page });
    t.deepEqual(
      memberships.records.map(({ owner }) => owner),
      expected.map((id) => membership(id, 'u')),
    );
  });
}

test('a backend that is not limited is given the store itself', async (t) => {
  const { store } = await openTemporaryStore(t);
  t.is(scopedStore(store, callers.backend), store);
});

test('a frontend that is not limited is told what credential lists', async (t) => {
  const { store } = await openTemporaryStore(t);
  const scoped = scopedStore(store, callers.frontend);
  const list = () => scoped.listPublic({ kind: 'membership', organizationId: 'a', ...page });
  const { message } = await refusal(t, 'ORGANIZATION_NOT_ALLOWED', list);
  t.regex(message, /credential that is scoped to this organization/);
});

test('a caller can not widen its reach by naming organizations', async (t) => {
  const scoped = scopedStore(await openFilledStore(t), callers['backend of a']);
  const { records } = await scoped.list({ kind: 'organization', organizations: ['a', 'b'], ...page });
  t.deepEqual(
    records.map(({ owner }) => owner),
    [organization('a')],
  );
});
