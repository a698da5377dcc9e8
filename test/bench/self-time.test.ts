import test from 'ava';
import { selfTimes } from '../../bench/report/self-time.js';

test('functions are told apart by place and sorted by their share of the busy time after the start', (t) => {
  const node = (id: number, functionName: string, url = '', lineNumber = 0) => ({
    id,
    callFrame: { functionName, url, lineNumber },
  });
  const rows = selfTimes({
    nodes: [
      node(1, 'read', 'file:///home/me/orgmeta/dist/src/store/open-store.js', 6),
      node(2, 'read', 'file:///home/me/orgmeta/node_modules/lmdb/read.js', 9),
      node(3, '(idle)'),
      node(4, ''),
    ],
    samples: [4, 1, 3, 2, 1, 4],
    timeDeltas: [2_999_999, 100, 5000, 300, 500, 100],
  });
  t.deepEqual(rows, [
    ['read dist/src/store/open-store.js:7', 0.6],
    ['read node_modules/lmdb/read.js:10', 0.3],
    ['(anonymous) :1', 0.1],
  ]);
});
