import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { holdLock } from '../../scripts/toolchain/hold-lock.js';

/** Builds a program of the project's Go module, which Go does only after a change, and gives its path. */
export async function buildGo(packageFolder: string): Promise<string> {
  const folder = path.resolve('.cache/go');
  const program = path.join(folder, packageFolder.replaceAll('/', '-'));
  await mkdir(folder, { recursive: true });
  // A program that runs can't be written.
  const build = ['build', '-trimpath', '-o', program, `./${packageFolder}`];
  await holdLock(`${program}.lock`, () => promisify(execFile)('go', build));
  return program;
}
