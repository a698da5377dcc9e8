import { execFileSync } from 'node:child_process';
import { availableParallelism, constants, setPriority } from 'node:os';

/** The processes of a run. */
export interface Processes {
  readonly server: number;
  readonly attacker: number;
  readonly bystander: number;
}

/**
 * Gives a server a core of its own, where there are several and `taskset` is there. The attacker and the well-behaved client
 * share the others, where the client comes first: the times that it measures are to tell of the server alone.
 */
export function keepApart({ server, attacker, bystander }: Processes): void {
  setPriority(attacker, constants.priority.PRIORITY_LOW);
  if (availableParallelism() < 2) return;
  const move = (cores: string, process: number) =>
    execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, String(process)], { stdio: 'ignore' });
  try {
    move('0', server);
    for (const each of [attacker, bystander]) move(`1-${availableParallelism() - 1}`, each);
  } catch {
    console.log('taskset, of util-linux, is not there: server and clients share their cores');
  }
}
