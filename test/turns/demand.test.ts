import test from 'ava';
import { Demand } from '../../src/turns/demand.js';

/** Adds turns in which each source had so much, until many thousand pieces were done. */
function addTurns(demand: Demand, turn: Readonly<Record<string, number>>): void {
  const had = new Map(Object.entries(turn));
  for (let turns = 0; turns < 2000; turns += 1) demand.add(had);
}

test('it is even where all ask for about as much, or one alone', (t) => {
  for (const turn of [
    { a: 32 },
    { a: 32, b: 25, c: 8 },
    Object.fromEntries('abcdefgh'.split('').map((each) => [each, 1])),
  ]) {
    const demand = new Demand();
    addTurns(demand, turn);
    t.false(demand.isUneven, JSON.stringify(turn));
  }
});

test('it is uneven where one asks for less than an eighth of what another asks for, and for some time after', (t) => {
  const demand = new Demand();
  addTurns(demand, { a: 32, b: 16 });
  t.false(demand.isUneven);
  addTurns(demand, { a: 32, b: 32, c: 3 });
  t.true(demand.isUneven);
  demand.add(new Map([['a', 4000]]));
  t.true(demand.isUneven);
  addTurns(demand, { a: 32, b: 16 });
  t.false(demand.isUneven);
});

test('one that asks for something in few turns is seen', (t) => {
  const demand = new Demand();
  for (let turns = 0; turns < 1000; turns += 1) {
    demand.add(new Map([['a', 32], ...(turns % 100 === 0 ? ([['b', 1]] as const) : [])]));
  }
  t.true(demand.isUneven);
});
