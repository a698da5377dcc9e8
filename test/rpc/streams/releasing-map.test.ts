import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import test from 'ava';
import { ReleasingMap } from '../../../src/rpc/streams/releasing-map.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options?: { type: 'minor' }) => void;

/** How many bytes the old generation has: what outlived two collections, and is let go by a full one alone. */
function readOld(): number {
  return getHeapSpaceStatistics().find((space) => space.space_name === 'old_space')?.space_used_size ?? Number.NaN;
}

/** Puts entries of 4 KB into a map and takes each out 20 entries later, with a full collection in the middle; gives which share of what came after that is kept. */
function measureKept(map: Map<number, object>): number {
  const half = 4_000;
  let before = 0;
  for (let id = 0; id < 2 * half; id += 1) {
    map.set(
      id,
      Array.from({ length: 512 }, () => id + 0.5),
    );
    map.delete(id - 20);
    if (id === half) {
      collect();
      before = readOld();
    } else if (id % 500 === 0) {
      collect({ type: 'minor' });
    }
  }
  collect({ type: 'minor' });
  collect({ type: 'minor' });
  return (readOld() - before) / (half * 4096);
}

test('what was deleted from it is let go by young collections', (t) => {
  const kept = measureKept(new ReleasingMap());
  t.log(`${(100 * kept).toFixed()} %; of a Map ${(100 * measureKept(new Map())).toFixed()} %`);
  t.true(kept < 0.1);
});

test('else it is a map', (t) => {
  const [one, two, three] = [{ id: 1 }, { id: 2 }, { id: 3 }];
  const map = new ReleasingMap<number, object>().set(1, one).set(2, two).set(3, three).set(1, two);
  const usual = new Map<number, object>().set(1, one).set(2, two).set(3, three).set(1, two);
  t.is(map.size, 3);
  t.deepEqual([map.get(1), map.get(4), map.has(2), map.has(4)], [two, undefined, true, false]);
  t.deepEqual([...map], [...usual]);
  t.deepEqual([...map.entries()], [...usual]);
  t.deepEqual([...map.keys()], [1, 2, 3]);
  t.deepEqual([...map.values()], [two, two, three]);
  const seen: unknown[] = [];
  map.forEach((value, key, whole) => {
    seen.push([key, value, whole === map]);
    map.delete(key);
  });
  t.deepEqual(seen, [
    [1, two, true],
    [2, two, true],
    [3, three, true],
  ]);
  t.is(map.size, 0);
  t.false(map.delete(2));
  map.set(5, one).clear();
  t.deepEqual([map.size, map.get(5)], [0, undefined]);
});
