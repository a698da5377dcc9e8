import test from 'ava';
import { createRateLimiter, type RateLimit } from '../../src/rpc/rate-limiter.js';

/** A limiter with a clock that stands until it is moved. */
function start(limit: RateLimit, callers?: number) {
  let time = 5_000_000.25;
  const limiter = createRateLimiter(limit, { now: () => time, ...(callers && { callers }) });
  return {
    take: (caller = 'a') => limiter.take(caller),
    takeMany: (count: number, caller = 'a') => Array.from({ length: count }, () => limiter.take(caller)),
    pass: (ms: number) => (time += ms),
  };
}

test('a burst passes at once, and the next call is told when one will pass', (t) => {
  const { takeMany, take, pass } = start({ callsPerSecond: 10, burst: 3 });
  t.deepEqual(takeMany(3), [0, 0, 0]);
  t.is(Math.round(take()), 100);
  pass(60);
  t.is(Math.round(take()), 40);
  pass(40);
  t.is(take(), 0);
  t.is(Math.round(take()), 100);
});

test('a call that is refused takes nothing', (t) => {
  const { takeMany, take, pass } = start({ callsPerSecond: 10, burst: 1 });
  t.is(takeMany(1000).filter((wait) => wait === 0).length, 1);
  pass(100);
  t.is(take(), 0);
});

test('a pause gives back one burst and no more', (t) => {
  const { takeMany, pass } = start({ callsPerSecond: 10, burst: 5 });
  takeMany(5);
  pass(3_600_000);
  t.is(takeMany(20).filter((wait) => wait === 0).length, 5);
});

for (const limit of [
  { callsPerSecond: 3, burst: 10 },
  { callsPerSecond: 0.001, burst: 1 },
  { callsPerSecond: 7, burst: 1 },
  { callsPerSecond: 999_999, burst: 7 },
]) {
  test(`who waits as told passes each time, at ${limit.callsPerSecond} a second and ${limit.burst} at once`, (t) => {
    const { takeMany, take, pass } = start(limit);
    t.true(takeMany(limit.burst).every((wait) => wait === 0));
    for (let n = 0; n < 1000; n += 1) {
      const wait = take();
      t.true(wait > 0 && wait <= 1000 / limit.callsPerSecond + 1e-6);
      pass(wait);
      t.is(take(), 0);
    }
  });
}

test('over a long time as many calls pass as the rate allows, however often one tries', (t) => {
  const { take, pass } = start({ callsPerSecond: 50, burst: 10 });
  let passed = 0;
  for (let ms = 0; ms < 60_000; ms += 1) {
    if (take() === 0) passed += 1;
    pass(1);
  }
  t.true(Math.abs(passed - (60 * 50 + 10)) <= 1, `${passed}`);
});

test('callers do not share what they may', (t) => {
  const { takeMany, take } = start({ callsPerSecond: 1, burst: 2 });
  takeMany(10, 'a');
  t.deepEqual(takeMany(2, 'b'), [0, 0]);
  t.true(take('a') > 0);
});

test('beyond its number of callers it forgets the one who called longest ago', (t) => {
  const { take } = start({ callsPerSecond: 1, burst: 1 }, 2);
  take('a');
  take('b');
  t.true(take('a') > 0, 'a is counted, and has called last');
  take('c');
  t.true(take('a') > 0);
  t.is(take('b'), 0, 'b was forgotten');
});
