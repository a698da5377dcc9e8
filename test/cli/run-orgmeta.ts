import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { ExecutionContext } from 'ava';

/** How a run of the command ended, and what it printed. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `orgmeta` from its source in a process of its own, in an environment without settings but these. */
export async function runOrgmeta(
  t: ExecutionContext,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('ORGMETA_'));
  const child = spawn(process.execPath, ['--import=tsx', '--conditions=source', 'src/cli/main.ts', ...args], {
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.teardown(() => child.kill('SIGKILL'));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}
