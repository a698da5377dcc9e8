import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/**
 * Gives a process a core of its own, where there are several and `taskset` is there; the attacker, which is this
 * one, and the well-behaved client share the others.
 */
export function keepApart(pid: number): void {
  if (availableParallelism() < 2) return;
  const move = (cores: string, process: number) =>
    execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, String(process)], { stdio: 'ignore' });
  try {
    move('0', pid);
    move(`1-${availableParallelism() - 1}`, process.pid);
  } catch {
    console.log('taskset, of util-linux, is not there: server and clients share their cores');
  }
}
