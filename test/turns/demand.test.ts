import test from 'ava';
import { Demand } from '../../src/turns/demand.js';

const [A, B, C] = [{}, {}, {}];

/** How much each source had in a turn. */
type Turn = readonly (readonly [source: object, had: number])[];

/** Adds turns until so many pieces of work were done. */
function addTurns(demand: Demand, pieces: number, turn: Turn): void {
  const perTurn = turn.reduce((sum, [, had]) => sum + had, 0);
  for (let done = 0; done < pieces; done += perTurn) demand.add(new Map(turn));
}

const EVEN: readonly Turn[] = [
  [[A, 32]],
  [
    [A, 32],
    [B, 25],
    [C, 8],
  ],
  Array.from({ length: 8 }, () => [{}, 1] as const),
];

for (const turn of EVEN) {
  test(`it is even where ${turn.length} ask for about as much`, (t) => {
    const demand = new Demand();
    addTurns(demand, 10_000, turn);
    t.false(demand.isUneven);
  });
}

test('it is uneven where one asks for less than an eighth of what another asks for, and for seven windows more', (t) => {
  const demand = new Demand();
  addTurns(demand, 1024, [
    [A, 60],
    [B, 4],
  ]);
  t.true(demand.isUneven);
  addTurns(demand, 7 * 1024, [[A, 64]]);
  t.true(demand.isUneven);
  addTurns(demand, 1024, [[A, 64]]);
  t.false(demand.isUneven);
});

test('one that asks for something in few turns is seen', (t) => {
  const demand = new Demand();
  addTurns(demand, 500, [[A, 32]]);
  addTurns(demand, 1, [[B, 1]]);
  addTurns(demand, 1024, [[A, 32]]);
  t.true(demand.isUneven);
});
