import { setImmediate } from 'node:timers/promises';
import test from 'ava';
import { listPage } from '../../../src/store/lmdb/list-page.js';
import type { Walk } from '../../../src/store/lmdb/walk.js';
import { organization } from '../make-change.js';

const COUNT = 100;
const bounds = { pageSize: 1000, maxBytes: 1_000_000 };

/** Comes by a hundred records. */
const walk: Walk = function* (after) {
  for (let index = after === undefined ? 0 : Number(after) + 1; index < COUNT; index += 1) {
    yield { position: String(index), owner: organization('o'), key: 'o/o', stored: Buffer.alloc(0) };
  }
};

function workFor(milliseconds: number): void {
  const begun = performance.now();
  while (performance.now() - begun < milliseconds);
}

test('long work on a page is done in stretches, between which others have a turn', async (t) => {
  const state = { isListing: true, turns: 0 };
  const listing = listPage(
    walk,
    { ...bounds, pageSize: 10 },
    ({ position }) => (workFor(6), position),
    () => 1,
  );
  void listing.finally(() => {
    state.isListing = false;
  });
  while (state.isListing) {
    await setImmediate();
    state.turns += 1;
  }
  const page = await listing;
  t.is(page.records.length, 10);
  t.true(state.turns >= 10);
});

test('a page that takes too much work ends early, and the next pages have the rest', async (t) => {
  const seen: string[] = [];
  let after: string | undefined;
  let pages = 0;
  do {
    const page = await listPage(
      walk,
      { ...bounds, after },
      ({ position }) => (workFor(6), position),
      () => 1,
    );
    seen.push(...page.records);
    after = page.next;
    pages += 1;
  } while (after !== undefined);
  t.deepEqual(
    seen,
    Array.from({ length: COUNT }, (_, index) => String(index)),
  );
  t.true(pages > 1);
});

test('records that are not selected are passed over, and the page has all others', async (t) => {
  const select = ({ position }: { position: string }) => (Number(position) % 7 === 0 ? position : undefined);
  const page = await listPage(walk, bounds, select, () => 1);
  t.is(page.records.length, Math.ceil(COUNT / 7));
  t.is(page.next, undefined);
});
