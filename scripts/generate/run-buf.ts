import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** Runs buf in the working directory, which is the project; it finds plugins in `plugins` first, if a folder is given. */
export async function runBuf(args: readonly string[], plugins?: string): Promise<void> {
  const PATH = plugins === undefined ? process.env.PATH : `${plugins}${path.delimiter}${process.env.PATH ?? ''}`;
  await promisify(execFile)('node_modules/.bin/buf', args, { env: { ...process.env, PATH } });
}
