import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { ExecutionContext } from 'ava';

/** A program of this folder that runs in a process of its own. */
export interface Child {
  readonly process: ChildProcessByStdio<null, Readable, null>;
  /** Its lines, one after the other. */
  readonly lines: AsyncIterable<string>;
  /** Resolves, when it has ended, to its exit code, or to the signal that ended it. */
  readonly ended: Promise<number | string>;
}

interface ChildOptions {
  /** What is run in front of Node, with its arguments. */
  readonly launcher?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** The longest that a child may run: one that hangs fails its test, and doesn't hold up all others. */
const LIMIT_MS = 60_000;

/** Runs a program of this folder, and kills it when the test ends if it still runs, with what it was launched by. */
export function runChild(
  t: ExecutionContext,
  name: string,
  args: readonly string[],
  { launcher = [], env = {} }: ChildOptions = {},
): Child {
  const program = fileURLToPath(new URL(name, import.meta.url));
  const command = [...launcher, process.execPath, '--import=tsx', '--conditions=source', program, ...args];
  const child = spawn(command[0] ?? '', command.slice(1), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
    // A group of its own, so that a launcher doesn't leave the program behind.
    detached: true,
  });
  const kill = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The group has ended.
    }
  };
  const limit = setTimeout(() => {
    t.log(`${name} was killed after ${LIMIT_MS} ms`);
    kill();
  }, LIMIT_MS);
  t.teardown(() => {
    clearTimeout(limit);
    kill();
  });
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return { process: child, lines: readLines(child.stdout), ended };
}

async function* readLines(stream: Readable): AsyncGenerator<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    text += chunk as string;
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    yield* lines;
  }
}
