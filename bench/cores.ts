import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

/** The core that every measured server runs on, alone. */
export const SERVER_CORE = 0;
/** The core that makes the load. */
export const LOAD_CORE = 1;

/**
 * Moves this process, with all its threads and the children to come, to the core of the load.
 *
 * @throws Error if there is only one core, or no way to keep to one.
 */
export function moveToLoadCore(): void {
  if (cpus().length < 2) throw new Error('two cores are needed: one for the server and one for the load');
  try {
    execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(LOAD_CORE), String(process.pid)]);
  } catch (error) {
    throw new Error('taskset, of util-linux, is needed to keep the server and the load apart', { cause: error });
  }
}
