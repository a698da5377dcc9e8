import test from 'ava';
import { Turns, type TurnLimits } from '../../src/turns/turns.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Makes turns in which all of what is done may be of one source, unless it is told otherwise. */
function turnsOf(perTurn: number, { perSource = perTurn, waiting = 100, ...more }: Partial<TurnLimits> = {}): Turns {
  return new Turns({ perTurn, perSource, waiting, ...more });
}

/** Does pieces of work of sources, each named by its source and a number, as far as turns let it, and writes down which were done. */
function write(turns: Turns, done: string[], ...works: string[]): void {
  for (const work of works) {
    const act = () => done.push(work) > 0;
    if (turns.take(work.charAt(0))) act();
    else turns.add(work.charAt(0), act);
  }
}

test('what is less than a turn takes is done at once', (t) => {
  const done: string[] = [];
  write(turnsOf(3), done, 'a1', 'a2', 'b1');
  t.deepEqual(done, ['a1', 'a2', 'b1']);
});

test('what is more is done in later turns, from each source in turn, in the order in which it came from it', async (t) => {
  const turns = turnsOf(2);
  const done: string[] = [];
  write(turns, done, 'a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'b2', 'c1');
  t.deepEqual(done, ['a1', 'a2']);
  t.is(turns.size, 6);
  await turn();
  t.deepEqual(done.slice(2), ['b1', 'a3']);
  await turn();
  t.deepEqual(done.slice(4), ['c1', 'b2']);
  await turn();
  t.deepEqual(done.slice(6), ['a4', 'a5']);
  t.is(turns.size, 0);
});

test('a source of which nothing waits goes first, whatever waits of others', async (t) => {
  const turns = turnsOf(4, { waiting: Infinity });
  const done: string[] = [];
  const sources = Array.from('abcdefghijklmnopqrst');
  write(turns, done, ...Array.from({ length: 10 }, () => sources).flat());
  // Each of them has had something by then.
  while (done.length < 60) await turn();
  for (let count = 0; count < 10; count += 1) {
    write(turns, done, 'z');
    const before = done.length;
    await turn();
    t.is(done.slice(before).filter((source) => source === 'z').length, 1);
    t.is(done.length, before + 4, 'the others have the rest of the turn');
    await turn();
  }
});

test('of sources of which nothing waited, those that wait for their turn are not kept from it', async (t) => {
  for (const perTurn of [1, 3, 4]) {
    const turns = turnsOf(perTurn, { waiting: Infinity });
    const done: string[] = [];
    write(turns, done, ...Array.from({ length: 200 }, () => 'a'));
    await turn();
    done.splice(0);
    for (let count = 0; count < 20; count += 1) {
      for (let fresh = 0; fresh < perTurn; fresh += 1) turns.add({}, () => done.push('fresh'));
      await turn();
    }
    t.true(done.filter((source) => source === 'a').length >= 5, `${perTurn} in a turn`);
  }
});

test('what comes while something waits waits behind it', async (t) => {
  const turns = turnsOf(2);
  const done: string[] = [];
  write(turns, done, 'a1', 'a2', 'a3', 'a4', 'a5');
  await turn();
  write(turns, done, 'a6');
  t.deepEqual(done, ['a1', 'a2', 'a3', 'a4']);
  await turn();
  t.deepEqual(done.slice(4), ['a5', 'a6']);
});

test('of one source no more is done in a turn than it may have, and others pass it by', async (t) => {
  const turns = turnsOf(5, { perSource: 2 });
  const done: string[] = [];
  write(turns, done, 'a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'c1');
  t.deepEqual(done, ['a1', 'a2', 'b1', 'c1']);
  await turn();
  write(turns, done, 'b2');
  t.deepEqual(done.slice(4), ['a3', 'a4', 'b2']);
  await turn();
  t.deepEqual(done.slice(7), ['a5']);
  t.is(turns.size, 0);
});

test('a turn takes nearly as much of a source as it may, whatever the turns before it have taken', async (t) => {
  for (let before = 0; before < 20; before += 1) {
    const turns = turnsOf(64, { perSource: 16 });
    write(turns, [], ...Array.from({ length: before }, () => 'b'));
    while (turns.size > 0) await turn();
    await turn();
    const done: string[] = [];
    write(turns, done, ...Array.from({ length: 20 }, () => 'b'));
    t.true(done.length >= 12 && done.length <= 16, `${done.length} after ${before}`);
    await turn();
    t.is(done.length, 20);
  }
});

test('some of what waits is taken in a row, where it may, and no more of a source than it may have', async (t) => {
  const turns = turnsOf(6, { perSource: 3, inARow: 2 });
  const done: string[] = [];
  write(turns, [], 'x', 'x', 'x', 'y', 'y', 'y');
  write(turns, done, 'a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3', 'c1', 'd1');
  t.deepEqual(done, []);
  await turn();
  t.deepEqual(done, ['a1', 'a2', 'b1', 'b2', 'c1', 'd1']);
  await turn();
  t.deepEqual(done.slice(6), ['a3', 'a4', 'b3']);
  t.is(turns.size, 0);
});

test('one source that waits has no more of a turn than each of many of which nothing waited', async (t) => {
  for (const perTurn of [1, 8]) {
    const turns = turnsOf(perTurn, { waiting: Infinity });
    const done: string[] = [];
    for (let count = 0; count < 100; count += 1) write(turns, done, 'a');
    await turn();
    done.splice(0);
    for (let count = 0; count < 39; count += 1) turns.add({}, () => done.push('fresh'));
    while (done.length < 40) await turn();
    const greedy = done.filter((source) => source === 'a').length;
    t.true(greedy >= 1 && greedy <= 5, `${greedy} of 40, ${perTurn} in a turn`);
  }
});

test('a source that had some of a turn as one of which nothing waited has more of it after all others', async (t) => {
  const turns = turnsOf(8, { waiting: Infinity, inARow: 2 });
  const done: string[] = [];
  write(turns, [], ...Array.from('xxxxxxxx'));
  for (const source of 'wv') turns.takeOver(source, [() => done.push(source)]);
  write(turns, done, ...Array.from('aaaabbbbc'));
  await turn();
  t.is(done.join(''), 'aabbwvca');
});

test('what is taken over waits, and does not go first', async (t) => {
  const turns = turnsOf(2);
  const done: string[] = [];
  write(turns, done, 'x', 'x');
  turns.takeOver(
    'a',
    Array.from({ length: 3 }, () => () => done.push('a')),
  );
  write(turns, done, 'b');
  t.is(turns.size, 4);
  await turn();
  t.is(done.slice(2).join(''), 'ba');
  await turn();
  t.is(done.slice(4).join(''), 'aa');
});

test('sources of which nothing waited have no more than half of a turn while others wait, though some is taken in a row', async (t) => {
  const turns = turnsOf(8, { waiting: Infinity, inARow: 8 });
  const done: string[] = [];
  for (let count = 0; count < 100; count += 1) write(turns, done, 'a');
  await turn();
  done.splice(0);
  for (let count = 0; count < 8; count += 1) turns.add('z', () => done.push('z'));
  await turn();
  t.deepEqual(done.join(''), 'zzzzaaaa');
});

test('turns are short while one asks for little beside another, and as long as else when nobody does', async (t) => {
  const turns = turnsOf(64, { uneven: { perTurn: 4, perSource: 2 } });
  /** Has every source ask for so much a turn, for some thousand pieces, and tells how much the last turn took. */
  const askFor = async (demand: ReadonlyMap<object, number>) => {
    let done = 0;
    for (let asked = 0; asked < 20_000;) {
      for (const [source, pieces] of demand) {
        for (let piece = 0; piece < pieces; piece += 1) turns.add(source, () => (done += 1));
        asked += pieces;
      }
      while (turns.size > 500) await turn();
    }
    const before = done;
    await turn();
    const took = done - before;
    while (turns.size > 0) await turn();
    return took;
  };
  const [a, b, c] = [{}, {}, {}];
  const even = new Map([
    [a, 100],
    [b, 100],
  ]);
  t.is(await askFor(even), 64);
  t.is(
    await askFor(
      new Map([
        [a, 100],
        [b, 1],
      ]),
    ),
    2,
  );
  t.is(await askFor(even), 64);
  t.is(await askFor(new Map([...even, [c, 1]])), 4);
});

test('a promise of a turn is kept in turn, and there is none where nothing has to wait', async (t) => {
  const turns = turnsOf(1);
  const done: string[] = [];
  t.is(turns.wait('a'), undefined);
  for (const work of ['a2', 'a3', 'b1']) void turns.wait(work.charAt(0))?.then(() => done.push(work));
  for (let count = 0; count < 3; count += 1) await turn();
  t.deepEqual(done, ['a2', 'b1', 'a3']);
});

test('where as much waits as may, no more of a source may, unless less of it waits than its share', async (t) => {
  const turns = turnsOf(1, { waiting: 4 });
  write(turns, [], 'a1', 'a2', 'a3', 'a4', 'b1');
  t.deepEqual([turns.isFullFor('a'), turns.isFullFor('b'), turns.isFullFor('c')], [true, false, false]);
  write(turns, [], 'b2');
  t.deepEqual([turns.isFullFor('a'), turns.isFullFor('b'), turns.isFullFor('c')], [true, true, false]);
  while (turns.size > 3) await turn();
  t.false(turns.isFullFor('a'));
});

test('what waits of a source can be taken out, to be done in other turns', async (t) => {
  const [from, to] = [turnsOf(1), turnsOf(1)];
  const done: string[] = [];
  write(from, done, 'a1', 'a2', 'b1', 'a3');
  to.takeOver('a', from.release('a'));
  t.deepEqual([from.size, to.size], [1, 2]);
  while (from.size + to.size > 0) await turn();
  t.deepEqual(done.toSorted(), ['a1', 'a2', 'a3', 'b1']);
  t.deepEqual(from.release('c'), []);
});

test('turns with a pause leave the time between them to others', async (t) => {
  const turns = new Turns({ perTurn: 2, perSource: 2, waiting: 100, pauseMs: 20 });
  const done: string[] = [];
  const start = performance.now();
  write(turns, done, 'a1', 'a2', 'a3', 'a4', 'a5');
  let others = 0;
  for (; turns.size > 0; others += 1) await turn();
  // Timers may be a millisecond early.
  t.true(performance.now() - start >= 38, `two pauses in ${performance.now() - start} ms`);
  t.true(others > 2);
  t.deepEqual(done, ['a1', 'a2', 'a3', 'a4', 'a5']);
});
