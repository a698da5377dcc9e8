import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import test from 'ava';
import { makeDataFolder, startService } from '../e2e/service.js';

/** Reads how nice each thread of a process is, in the order in which they were started: the 19th field of proc_pid_stat(5). */
function readNiceness(pid: number): readonly number[] {
  const threads = readdirSync(`/proc/${pid}/task`).map(Number);
  return threads
    .toSorted((a, b) => a - b)
    .map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8').split(') ')[1]?.split(' ')[16]));
}

test('the threads of V8 yield to the one that serves, and no other does', async (t) => {
  if (process.platform !== 'linux') {
    t.log('skipped: only Linux has a priority for each thread');
    t.pass();
    return;
  }
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const service = await startService({ dataDir });
  t.teardown(() => service.stop('SIGKILL'));
  const [serving, ...others] = readNiceness(service.process.pid ?? 0);
  const own = getPriority();
  t.is(serving, own);
  t.deepEqual(others.slice(0, 5), Array(5).fill(Math.max(own, 10)));
  t.true(others.length > 5, 'those of libuv and of the store come later');
  t.true(others.slice(5).every((nice) => nice === own));
});
