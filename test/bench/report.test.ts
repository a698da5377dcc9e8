import test from 'ava';
import { formatTable } from '../../bench/report/format-table.js';
import { meetsTarget, ratio, ratioPerCpu } from '../../bench/report/measurement.js';
import { median } from '../../bench/report/median.js';
import { takeTurns } from '../../bench/report/take-turns.js';

const ceiling = { name: 'ceiling', unit: 'calls/s', rounds: [100, 200, 1000] } as const;

for (const { title, input, expected } of [
  { title: 'an odd number of values', input: [3, 1, 20], expected: 3 },
  { title: 'an even number of values', input: [4, 1, 2, 9], expected: 3 },
  { title: 'one value', input: [7], expected: 7 },
]) {
  test(`the median of ${title} is the middle`, (t) => {
    t.is(median(input), expected);
  });
}

test('the ratio is taken within each round, not between the medians', (t) => {
  t.is(ratio({ name: 'service', unit: 'calls/s', rounds: [90, 160, 300], against: ceiling }), 0.8);
});

for (const { title, target, expected } of [
  { title: 'a ratio at its target meets it', target: 0.8, expected: true },
  { title: 'a ratio under its target misses it', target: 0.81, expected: false },
]) {
  test(title, (t) => {
    const measurement = { name: 'service', unit: 'calls/s', rounds: [80, 160, 800], against: ceiling, target } as const;
    t.is(meetsTarget(measurement), expected);
  });
}

for (const { title, target, expected } of [
  { title: 'milliseconds at their target meet it', target: 300, expected: true },
  { title: 'milliseconds over their target miss it', target: 299, expected: false },
]) {
  test(title, (t) => {
    t.is(meetsTarget({ name: 'start', unit: 'ms', rounds: [200, 300, 400], target }), expected);
  });
}

test('where others take a part of the core, the ratio per CPU time leaves that out', (t) => {
  const against = { ...ceiling, busy: [1, 0.5, 1] };
  const measurement = {
    name: 'service',
    unit: 'calls/s',
    rounds: [40, 160, 400],
    busy: [0.5, 0.5, 0.5],
    against,
  } as const;
  t.is(ratioPerCpu(measurement), 0.8);
  t.is(ratioPerCpu({ ...measurement, against: ceiling }), undefined);
});

test('contenders take turns, and each is held against the one that it names', async (t) => {
  const order: string[] = [];
  const contender = (name: string, value: number) => ({
    name,
    unit: 'calls/s' as const,
    measure: () => {
      order.push(name);
      return Promise.resolve(value + order.length);
    },
  });
  const notes: [string, number][] = [];
  const [first, second] = await takeTurns(
    [contender('a', 10), { ...contender('b', 20), against: 'a', target: 1 }],
    2,
    (name, value) => notes.push([name, value]),
  );
  t.deepEqual(order, ['a', 'b', 'a', 'b']);
  t.deepEqual(first?.rounds, [11, 13]);
  t.deepEqual(second?.rounds, [22, 24]);
  t.is(second?.against, first);
  t.deepEqual(notes.at(-1), ['b', 24]);
});

test('the table says what was missed', (t) => {
  const against = { ...ceiling, busy: [1, 1, 1] };
  const busy = [0.5, 0.5, 0.5];
  const table = formatTable([
    against,
    { name: 'service', unit: 'calls/s', rounds: [50, 80, 100], busy, against, target: 0.45 },
    { name: 'start', unit: 'ms', rounds: [700], target: 1000 },
  ]);
  t.regex(table, /\| ceiling \| 200 calls\/s \| 100 % \|[ |]+\|\n/);
  t.regex(table, /\| service \| 80 calls\/s \| 50 % \| 0\.40 \| 0\.80 \| ceiling \| ≥ 0\.45 \| missed \|\n/);
  t.regex(table, /\| start \| 700 ms \|[ |]+\| ≤ 1000 \| met \|$/);
});
