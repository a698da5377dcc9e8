import { spawn, type ChildProcess } from 'node:child_process';
import { text } from 'node:stream/consumers';
import path from 'node:path';
import type { ExecutionContext } from 'ava';

const MAIN = path.resolve('dist/src/cli/main.js');

/** A run of the built command that is under way. */
export interface BuiltRun {
  readonly process: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

/**
 * Runs a command of the built `orgmeta`, without settings that the person who runs the tests may have.
 *
 * @param input what its stdin is given, which then ends; left out, stdin stays open.
 * @param settings what is added to its environment.
 */
export function runBuilt(t: ExecutionContext, args: readonly string[], input?: string, settings = {}): BuiltRun {
  const env = Object.entries(process.env).filter(([name]) => !/^(ORGMETA_|MONGODB_URI$)/.test(name));
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...Object.fromEntries(env), ...settings },
    stdio: 'pipe',
  });
  t.teardown(() => child.kill('SIGKILL'));
  // A command that ends early has no use for the rest.
  child.stdin.on('error', () => undefined);
  if (input !== undefined) child.stdin.end(input);
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  // A test may close stdout, as a reader does who has enough.
  const ended = Promise.all([exited, text(child.stdout).catch(() => ''), text(child.stderr)]).then(
    ([code, stdout, stderr]) => ({
      code,
      stdout,
      stderr,
    }),
  );
  return { process: child, ended };
}
