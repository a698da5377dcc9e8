import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../../src/domain/json.js';
import type { MetadataRecord } from '../../../src/store/record.js';
import type { ListQuery, Store } from '../../../src/store/store.js';
import { jsonObject } from '../../domain/json-arbitrary.js';
import { deletion, documentOfSize, invitation, membership, organization, update } from '../make-change.js';
import { mapConcurrently } from '../map-concurrently.js';
import { listAll, refusal } from '../read-record.js';
import type { Case } from './case.js';

const LARGE = { pageSize: 1000, maxBytes: 10_000_000 };

async function writeMemberships(store: Store, organizationId: string, count: number): Promise<string[]> {
  const users = Array.from({ length: count }, (_, index) => `u${String(index).padStart(5, '0')}`);
  await mapConcurrently(users, (user, n) => store.write(membership(organizationId, user), update({ n })));
  return users;
}

function namesOf(records: readonly MetadataRecord[]): string[] {
  return records.map(({ owner }) => Object.values(owner).slice(1).join('/'));
}

/** What each query lists, in a store of three organizations with two members and two invitations each. */
const scopes: { title: string; query: Partial<ListQuery> & Pick<ListQuery, 'kind'>; expected: string[] }[] = [
  { title: 'all organizations', query: { kind: 'organization' }, expected: ['a', 'b', 'c'] },
  {
    title: 'the organizations of a caller, whatever their order',
    query: { kind: 'organization', organizations: ['none', 'c', 'a', 'c'] },
    expected: ['a', 'c'],
  },
  {
    title: 'no organizations, for a caller without any',
    query: { kind: 'organization', organizations: [] },
    expected: [],
  },
  { title: 'members of one', query: { kind: 'membership', organizationId: 'b' }, expected: ['b/u1', 'b/u2'] },
  {
    title: "members of the caller's own",
    query: { kind: 'membership', organizationId: 'b', organizations: ['b'] },
    expected: ['b/u1', 'b/u2'],
  },
  {
    title: 'no members of another organization',
    query: { kind: 'membership', organizationId: 'b', organizations: ['a'] },
    expected: [],
  },
  { title: 'memberships of a user', query: { kind: 'membership', userId: 'u2' }, expected: ['a/u2', 'b/u2', 'c/u2'] },
  {
    title: "memberships of a user in the caller's organizations",
    query: { kind: 'membership', userId: 'u2', organizations: ['c', 'b', 'none'] },
    expected: ['b/u2', 'c/u2'],
  },
  { title: 'memberships of an unknown user', query: { kind: 'membership', userId: 'u' }, expected: [] },
  { title: 'invitations of one', query: { kind: 'invitation', organizationId: 'c' }, expected: ['c/i1', 'c/i2'] },
  { title: 'invitations of none', query: { kind: 'invitation', organizationId: 'none' }, expected: [] },
  {
    title: 'all memberships',
    query: { kind: 'membership' },
    expected: ['a/u1', 'a/u2', 'b/u1', 'b/u2', 'c/u1', 'c/u2'],
  },
  {
    title: "all invitations of the caller's organizations",
    query: { kind: 'invitation', organizations: ['c', 'a'] },
    expected: ['a/i1', 'a/i2', 'c/i1', 'c/i2'],
  },
];

const small = jsonObject({ keys: ['a', 'b'], leaf: fc.constantFrom<JsonValue>(null, 0, 1, '1') });

export const listing: Case[] = [
  ...scopes.map(({ title, query, expected }): Case => ({
    title: `10. Paged: lists ${title}, whatever the page size`,
    async run(t, { store }) {
      for (const id of ['a', 'b', 'c']) {
        const owners = [organization(id), membership(id, 'u2'), membership(id, 'u1')];
        for (const owner of [...owners, invitation(id, 'i1'), invitation(id, 'i2')]) {
          await store.write(owner, update({ id }));
        }
      }
      for (const pageSize of [1, 2, 3, 100]) {
        const { records, pages } = await listAll((page) => store.list(page), { ...query, pageSize });
        t.deepEqual(namesOf(records), expected);
        // The last page says that it is.
        t.is(pages.length, Math.max(1, Math.ceil(expected.length / pageSize)));
      }
    },
  })),
  {
    title: "10. Paged: lists all of the caller's organizations where one id begins like another, each record once",
    async run(t, { store }) {
      // Some of these sort before the separator of ids, whatever that is.
      const ids = ['a', 'a!', 'a-', 'a.', 'a0', 'aa', 'a~', 'b'];
      const others = ['a"', 'a+', 'a1'];
      for (const id of [...ids, ...others]) {
        for (const owner of [organization(id), membership(id, 'u'), invitation(id, 'i')]) {
          await store.write(owner, update({ id }));
        }
      }
      const queries: Partial<ListQuery>[] = [{}, { userId: 'u' }];
      for (const kind of ['organization', 'membership', 'invitation'] as const) {
        for (const query of kind === 'membership' ? queries : [{}]) {
          for (const pageSize of [1, 3, 100]) {
            const scoped = { ...query, kind, organizations: ids, pageSize };
            const { records } = await listAll((page) => store.list(page), scoped);
            const { records: shown } = await listAll((page) => store.listPublic(page), {
              ...scoped,
              userId: undefined,
            });
            for (const listed of [records, shown]) {
              t.deepEqual(listed.map(({ owner }) => owner.organizationId).sort(), ids.toSorted());
            }
          }
        }
      }
    },
  },
  {
    title: '10. Paged: while others write, what exists throughout comes exactly once, in order, and the listing ends',
    async run(t, { store }) {
      const steady = await writeMemberships(store, 'o', 400);
      let isListing = true;
      const disturb = async (worker: number) => {
        for (let round = 0; isListing; round += 1) {
          const steadyUser = steady[(round * 7 + worker) % steady.length] ?? '';
          await store.write(membership('o', steadyUser), update({ [`w${worker}`]: round % 9 }));
          const passing = membership('o', `${steadyUser}-${worker}`);
          await store.write(passing, update({ passing: true }));
          await store.delete(passing, deletion());
        }
      };
      const disturbers = Promise.all([1, 2, 3, 4].map(disturb));
      try {
        await fc.assert(
          fc.asyncProperty(
            fc.integer({ min: 1, max: 90 }),
            fc.integer({ min: 20, max: 5000 }),
            async (pageSize, bytes) => {
              const { records, pages } = await listAll((query) => store.list({ ...query, pageSize, maxBytes: bytes }), {
                kind: 'membership',
                organizationId: 'o',
              });
              const names = namesOf(records);
              assert.deepEqual(names, [...new Set(names)].sort());
              assert.deepEqual(
                names.filter((name) => !name.includes('-')),
                steady.map((user) => `o/${user}`),
              );
              for (const page of pages) assert.ok(page.records.length <= pageSize);
            },
          ),
          { numRuns: 12 },
        );
      } finally {
        isListing = false;
        await disturbers;
      }
      t.pass();
    },
  },
  {
    title: '10. Paged: a page ends before it holds too many bytes, and holds at least one record',
    async run(t, { store }) {
      const sizes = [100, 100, 100, 6000, 100, 100];
      for (const [index, size] of sizes.entries()) {
        await store.write(membership('o', `u${index}`), update(documentOfSize(size), documentOfSize(size)));
      }
      const { pages } = await listAll((query) => store.list(query), {
        kind: 'membership',
        organizationId: 'o',
        maxBytes: 500,
      });
      t.deepEqual(
        pages.map(({ records }) => records.length),
        [2, 1, 1, 2],
      );
      for (const { records } of pages) {
        const bytes = records.map((record) => record.publicMetadata.bytes.length + record.privateMetadata.bytes.length);
        t.true(records.length === 1 || bytes.reduce((sum, size) => sum + size, 0) <= 500);
      }
      const frontend = await store.listPublic({ kind: 'membership', organizationId: 'o', pageSize: 10, maxBytes: 500 });
      t.is(frontend.records.length, 3);
    },
  },
  {
    title: '10. Paged: a page that finds nothing ends after a bounded amount of work, and the next goes on',
    async run(t, { store }) {
      const users = await writeMemberships(store, 'o', 12_000);
      await store.write(membership('o', users.at(-1) ?? ''), update({ last: true }));
      const { records, pages } = await listAll((query) => store.list(query), {
        kind: 'membership',
        organizationId: 'o',
        publicContains: { last: true },
      });
      t.is(records.length, 1);
      t.true(pages.length > 1);
      t.is(pages[0]?.records.length, 0);
    },
  },
  {
    title: '11. Found: a listing with contains has what a naive filter finds, and nothing else',
    async run(t, { store }) {
      const documents = fc.sample(fc.tuple(small, small), { numRuns: 120, seed: 5 });
      await Promise.all(
        documents.map(([shown, hidden], index) => store.write(membership('o', `u${index}`), update(shown, hidden))),
      );
      const { records: all } = await store.list({ kind: 'membership', organizationId: 'o', ...LARGE });
      t.is(all.length, documents.length);
      let found = 0;
      const check = async (publicContains: JsonObject | undefined, privateContains: JsonObject | undefined) => {
        const filters = {
          kind: 'membership',
          organizationId: 'o',
          pageSize: 7,
          publicContains,
          privateContains,
        } as const;
        const { records } = await listAll((query) => store.list(query), filters);
        const expected = all.filter(
          ({ publicMetadata, privateMetadata }) =>
            has(publicMetadata.json(), publicContains ?? {}) && has(privateMetadata.json(), privateContains ?? {}),
        );
        assert.deepEqual(namesOf(records), namesOf(expected));
        found += expected.length;
        if (privateContains !== undefined) return;
        const { records: shown } = await listAll((query) => store.listPublic(query), filters);
        const visible = expected.filter(({ publicRevision }) => publicRevision > 0);
        assert.deepEqual(
          shown.map(({ owner }) => owner),
          visible.map(({ owner }) => owner),
        );
      };
      const filter = fc.option(small, { nil: undefined });
      await t.notThrowsAsync(() => fc.assert(fc.asyncProperty(filter, filter, check), { numRuns: 60 }));
      t.true(found > 100);
    },
  },
  {
    title: '11. Found: a filter that takes too much work to compare is refused, and no page is handed out in its place',
    async run(t, { store }) {
      const list = Array.from({ length: 800 }, (_, index) => ({ a: index }));
      const hard = { list: list.toReversed() };
      await store.write(membership('o', 'u1'), update({ list }, { list }));
      await store.write(membership('o', 'u2'), update({ a: 1 }, { a: 1 }));
      const query = { kind: 'membership', organizationId: 'o', ...LARGE } as const;
      const calls = {
        public_contains: [
          () => store.list({ ...query, publicContains: hard }),
          () => store.listPublic({ ...query, publicContains: hard }),
        ],
        private_contains: [() => store.list({ ...query, privateContains: hard })],
      };
      for (const [field, lists] of Object.entries(calls)) {
        for (const list of lists) t.deepEqual((await refusal(t, 'ARGUMENT_INVALID', list)).metadata, { field });
      }
      // What is compared, and how often, is counted for each record.
      t.is((await store.list({ ...query, publicContains: { list: list.slice(0, 3) } })).records.length, 1);
    },
  },
];

/** Containment spelled out: every member, and for each element of a list some element. */
function has(value: JsonValue | undefined, filter: JsonValue): boolean {
  if (typeof filter !== 'object' || filter === null) return value === filter;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(filter)) return false;
  if (Array.isArray(filter))
    return filter.every((wanted) => (value as JsonValue[]).some((element) => has(element, wanted)));
  return Object.keys(filter).every((key) => {
    const member = Object.getOwnPropertyDescriptor(value, key)?.value as JsonValue | undefined;
    return member !== undefined && has(member, filter[key] ?? null);
  });
}
