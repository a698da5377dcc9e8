import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ExecutionContext } from 'ava';

/** How the calls of a well-behaved client went in a span. */
export interface BystanderReport {
  readonly calls: number;
  /** The code and message of each call that did not succeed. */
  readonly failures: readonly string[];
  /** In milliseconds. */
  readonly readP99: number;
  readonly updateP99: number;
}

/** A well-behaved client that calls at a steady pace. */
export interface Bystander {
  /** Waits for the calls under way, and tells of all since it was told last. */
  take(): Promise<BystanderReport>;
}

/**
 * Starts a client in a process of its own, which calls until the test ends.
 *
 * @param authority the file of the authority whose certificate the server has, if it has one.
 */
export async function startBystander(
  t: ExecutionContext,
  address: string,
  key: string,
  authority?: string,
): Promise<Bystander> {
  const program = fileURLToPath(new URL('bystander.child.ts', import.meta.url));
  const child = fork(program, [address, key, ...(authority === undefined ? [] : [authority])], {
    execArgv: ['--import=tsx', '--conditions=source'],
  });
  t.teardown(() => child.kill('SIGKILL'));
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`the bystander ended with ${String(code)}`);
  });
  exited.catch(() => undefined);
  await Promise.race([once(child, 'message'), exited]);
  return {
    async take() {
      child.send('take');
      const [report] = (await Promise.race([once(child, 'message'), exited])) as [BystanderReport];
      return report;
    },
  };
}
