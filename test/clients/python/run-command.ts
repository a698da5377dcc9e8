import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { CommandLine } from '../../../scripts/toolchain/need.js';

/** How a command is run. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a command to its end, and gives what it printed to stdout.
 *
 * @throws Error with all that it printed, if it fails
 */
export async function runCommand([program, ...args]: CommandLine, { cwd, env }: CommandOptions = {}): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, args, { cwd, env: { ...process.env, ...env } });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${[program, ...args].join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}
