import test from 'ava';
import { Turns } from '../../src/rpc/turns.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Does pieces of work of sources, each named by its source and a number, as far as turns let it, and writes down which were done. */
function write(turns: Turns, done: string[], ...works: string[]): void {
  for (const work of works) {
    const act = () => done.push(work) > 0;
    if (turns.take()) act();
    else turns.add(work.charAt(0), act);
  }
}

test('what is less than a turn takes is done at once', (t) => {
  const done: string[] = [];
  write(new Turns(3, 100), done, 'a1', 'a2', 'b1');
  t.deepEqual(done, ['a1', 'a2', 'b1']);
});

test('what is more is done in later turns, from each source in turn, in the order in which it came from it', async (t) => {
  const turns = new Turns(2, 100);
  const done: string[] = [];
  write(turns, done, 'a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'b2', 'c1');
  t.deepEqual(done, ['a1', 'a2']);
  t.is(turns.size, 6);
  await turn();
  t.deepEqual(done.slice(2), ['a3', 'b1']);
  await turn();
  t.deepEqual(done.slice(4), ['c1', 'a4']);
  await turn();
  t.deepEqual(done.slice(6), ['b2', 'a5']);
  t.is(turns.size, 0);
});

test('what comes while something waits waits behind it', async (t) => {
  const turns = new Turns(2, 100);
  const done: string[] = [];
  write(turns, done, 'a1', 'a2', 'a3', 'a4', 'a5');
  await turn();
  write(turns, done, 'a6');
  t.deepEqual(done, ['a1', 'a2', 'a3', 'a4']);
  await turn();
  t.deepEqual(done.slice(4), ['a5', 'a6']);
});

test('what has become needless while it waited takes nothing of a turn', async (t) => {
  const turns = new Turns(1, 100);
  const done: string[] = [];
  write(turns, done, 'a1');
  for (let count = 0; count < 5; count += 1) turns.add('a', () => false);
  write(turns, done, 'a2', 'a3');
  await turn();
  t.deepEqual(done, ['a1', 'a2']);
});

test('a turn takes half of what it may at least, whatever the turns before it have taken', async (t) => {
  for (const before of [0, 1, 2, 3, 4]) {
    const turns = new Turns(4, 100);
    write(turns, [], ...Array.from({ length: before }, () => 'a'));
    await turn();
    const done: string[] = [];
    write(turns, done, 'b', 'b', 'b', 'b', 'b');
    t.true(done.length >= 2 && done.length <= 4, `${done.length} after ${before}`);
    await turn();
    t.is(done.length, 5);
  }
});

test('a promise of a turn is kept in turn, and there is none where nothing has to wait', async (t) => {
  const turns = new Turns(1, 100);
  const done: string[] = [];
  t.is(turns.wait('a'), undefined);
  for (const work of ['a2', 'a3', 'b1']) void turns.wait(work.charAt(0))?.then(() => done.push(work));
  for (let count = 0; count < 3; count += 1) await turn();
  t.deepEqual(done, ['a2', 'b1', 'a3']);
});

test('where as much waits as may, no more of a source may, unless nothing of it waits', async (t) => {
  const turns = new Turns(1, 2);
  write(turns, [], 'a1', 'a2');
  t.false(turns.isFullFor('a'));
  write(turns, [], 'a3');
  t.deepEqual([turns.isFullFor('a'), turns.isFullFor('b')], [true, false]);
  await turn();
  t.false(turns.isFullFor('a'));
});
