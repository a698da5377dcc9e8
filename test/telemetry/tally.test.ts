import { mock } from 'node:test';
import test from 'ava';
import type { Log } from '../../src/telemetry/log.js';
import { makeTally } from '../../src/telemetry/tally.js';

test('the first of many is told of at once, and the others every ten seconds, with the latest', (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.teardown(() => {
    mock.timers.reset();
  });
  const lines: unknown[] = [];
  const tally = makeTally(
    { info: (line: object) => lines.push(line) } as unknown as Log,
    'it came',
    { limit: 3 },
    'info',
  );
  for (const peer of ['a', 'b', 'c']) tally.add({ peer });
  t.deepEqual(lines, [{ count: 1, limit: 3, peer: 'a' }]);
  mock.timers.tick(10_000);
  t.deepEqual(lines.slice(1), [{ count: 2, limit: 3, peer: 'c' }]);
  mock.timers.tick(60_000);
  t.is(lines.length, 2, 'nothing is said of nothing');
  tally.add({ peer: 'd' });
  t.deepEqual(lines.slice(2), [{ count: 1, limit: 3, peer: 'd' }]);
});
