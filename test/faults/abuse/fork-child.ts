import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ExecutionContext } from 'ava';

/** A program of this folder that runs in a process of its own. */
export interface Child {
  readonly pid: number;
  send(message: string): void;
  /** Resolves with the next message. @throws if the process has ended */
  receive(): Promise<unknown>;
}

/** Starts a program, which says something when it is ready, until the test ends. */
export async function forkChild(t: ExecutionContext, program: string, args: readonly string[]): Promise<Child> {
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), args, {
    execArgv: ['--import=tsx', '--conditions=source'],
  });
  t.teardown(() => child.kill('SIGKILL'));
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`${program} ended with ${String(code)}`);
  });
  exited.catch(() => undefined);
  const receive = async () => {
    const [message] = (await Promise.race([once(child, 'message'), exited])) as unknown[];
    return message;
  };
  await receive();
  return { pid: child.pid ?? 0, send: (message) => child.send(message), receive };
}
