import { execFile } from 'node:child_process';
import path from 'node:path';

/** The folder of the project. */
export const PROJECT = path.resolve(import.meta.dirname, '../..');

/** How a program ended: its exit code (or the name of the error that kept it from starting) and all that it wrote. */
export interface Outcome {
  readonly code: number | string;
  readonly output: string;
}

/** Runs a program to its end, without a shell. Never rejects. */
export function runProgram(program: string, args: readonly string[], cwd = PROJECT): Promise<Outcome> {
  // Git sets these for its hooks, and they would point a call for another folder at this repository.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  return new Promise((resolve) => {
    execFile(program, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? (error ? 'killed' : 0), output: `${stdout}${stderr}`.trim() });
    });
  });
}

/** Runs the project's own buf. */
export function runBuf(...args: string[]): Promise<Outcome> {
  return runProgram(process.execPath, [path.join(PROJECT, 'node_modules/@bufbuild/buf/bin/buf'), ...args]);
}
