import { spawnSync } from 'node:child_process';
import test from 'ava';
import { membership, update } from '../make-change.js';
import { read } from '../read-record.js';
import { openTemporaryStore } from './open-temporary-store.js';
import { runChild } from './run-child.js';

interface Filled {
  readonly acknowledged: number[];
  readonly readable: number;
  readonly reason: string;
  readonly problem: string;
  readonly later: string;
}

const canTrace = spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0;
const testTraced = canTrace ? test : test.skip;
const unless = canTrace ? '' : ' (needs strace, which is not there or may not trace)';

/** Runs under strace, which makes system calls of all threads fail or wait. One thread, so that it can count them. */
const traced = (injection: string) => ({
  launcher: ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=pwrite64,fdatasync`, '-e', `inject=${injection}`],
  env: { UV_THREADPOOL_SIZE: '1' },
});

test('15. Honest: a full disk refuses writes and not reads, loses nothing, and is over when there is room', async (t) => {
  const { dataDir, store, reopen } = await openTemporaryStore(t);
  await store.close();
  const limit = ['sh', '-c', 'ulimit -S -f 4096; exec "$@"', 'sh'];
  const child = runChild(t, 'fill-disk.child.ts', [dataDir], { launcher: limit });
  const lines: string[] = [];
  for await (const line of child.lines) lines.push(line);
  t.is(await child.ended, 0);
  const filled = JSON.parse(lines.at(-1) ?? '') as Filled;
  t.is(filled.reason, 'STORE_UNAVAILABLE');
  t.regex(filled.problem, /File too large|Input\/output error/);
  t.true(filled.acknowledged.length >= 50);
  t.true(filled.readable >= filled.acknowledged.length);
  if (filled.later !== 'written') t.log(filled.later);
  const opened = await reopen();
  for (const index of filled.acknowledged) {
    t.is((await read(opened, membership('o', `u${index}`))).publicMetadata.json().index, index);
  }
  await opened.write(membership('o', 'u-1'), update({ a: 1 }));
});

testTraced(
  `15. Honest: a disk that fails for good ends every call with an error, and no call waits for ever${unless}`,
  async (t) => {
    // Which of the calls writes a meta page depends on the version of LMDB.
    for (const call of [2, 3, 4, 5, 6]) {
      const { dataDir, store, reopen } = await openTemporaryStore(t);
      await store.close();
      const child = runChild(t, 'fail-meta-page.child.ts', [dataDir], traced(`pwrite64:error=EIO:when=${call}`));
      const outcomes: Record<string, string[]> = {};
      for await (const line of child.lines) {
        const { call: name, outcome } = JSON.parse(line) as { call: string; outcome: string };
        (outcomes[name] ??= []).push(outcome);
      }
      t.is(await child.ended, 0);
      const writes = outcomes.write ?? [];
      t.is(writes.length, 600);
      const opened = await reopen();
      for (const [index, outcome] of writes.entries()) {
        const isThere = (await opened.get(membership('o', `u${index}`))) !== undefined;
        if (outcome === 'done') t.true(isThere);
        if (outcome === 'STORE_UNAVAILABLE') t.false(isThere);
      }
      if (!writes.includes('WRITE_OUTCOME_UNKNOWN')) continue;
      // Those that waited for their turn were not begun.
      t.true(writes.includes('STORE_UNAVAILABLE'));
      const { write: _, close, ...others } = outcomes;
      t.deepEqual(close, ['done']);
      for (const [name, answers] of Object.entries(others)) t.deepEqual(answers, ['STORE_UNAVAILABLE'], name);
      t.is(Object.keys(others).length, 7);
      return;
    }
    t.fail('no call wrote a meta page');
  },
);

testTraced(`2. Visible: no read sees a write before it is durable${unless}`, async (t) => {
  const { dataDir, store } = await openTemporaryStore(t);
  await store.close();
  const child = runChild(t, 'slow-disk.child.ts', [dataDir], traced('fdatasync:delay_enter=300000'));
  const lines: string[] = [];
  for await (const line of child.lines) lines.push(line);
  t.is(await child.ended, 0);
  const { reads, early, after } = JSON.parse(lines.at(-1) ?? '') as { reads: number; early: number; after: string };
  t.true(reads > 10);
  // Between the end of the commit and the promise that says so there may be a read, and what it sees is durable. A store
  // that shows what is not would show it through all of the delay.
  t.true(early <= 2, `${early} of ${reads} reads saw it early`);
  t.is(after, 'new');
});
