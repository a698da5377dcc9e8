import test from 'ava';
import { declareCases } from '../declare-cases.js';
import type { OpenTemporaryStore } from './conformance/case.js';
import { accepting } from './conformance/accepting.js';
import { conditions } from './conformance/conditions.js';
import { damage } from './conformance/damage.js';
import { deleting } from './conformance/deleting.js';
import { documents } from './conformance/documents.js';
import { durability } from './conformance/durability.js';
import { limits } from './conformance/limits.js';
import { listing } from './conformance/listing.js';
import { publicReads } from './conformance/public-reads.js';
import { restoring } from './conformance/restoring.js';
import { versions } from './conformance/versions.js';

const cases = [
  ...durability,
  ...conditions,
  ...versions,
  ...limits,
  ...documents,
  ...publicReads,
  ...listing,
  ...accepting,
  ...deleting,
  ...damage,
  ...restoring,
];

/**
 * Holds a store to the promises of `src/store/store.ts`: registers a test for each case, whose title begins with the number
 * of the promise that it tests.
 *
 * @param name names the store in the titles.
 * @param openTemporaryStore opens an empty store for one test, and removes it when the test ends.
 * @param skips why a case can't run on this store, by the title of the case. Is printed.
 */
export function testStore(
  name: string,
  openTemporaryStore: OpenTemporaryStore,
  skips: Readonly<Record<string, string>> = {},
): void {
  declareCases(test, {
    name,
    cases: cases.map(({ title, run }) => ({ title, run: async (t) => run(t, await openTemporaryStore(t)) })),
    skips,
  });
}
