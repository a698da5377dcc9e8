import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CliError } from './cli-error.js';
import { toAbsolute } from './to-absolute.js';

/**
 * Makes a folder, for its owner alone, and the ones above it that are missing. What else keeps it from being made is told
 * by whoever opens it.
 *
 * Goes step by step: Node's own recursive mkdir never returns where a file system says of a new folder that it isn't
 * there, as below /proc.
 *
 * @throws CliError if the file system takes no new folder there
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  let path = toAbsolute(folder);
  for (; !(await make(path)); path = dirname(path)) missing.push(path);
  for (const below of missing.reverse()) {
    if (await make(below)) continue;
    throw new CliError(1, `the folder ${folder} can't be made; name one where this user may make folders`);
  }
}

/** Tries to make one folder. Returns false if the one above it is missing. */
async function make(path: string): Promise<boolean> {
  try {
    await mkdir(path, { mode: 0o700 });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}
