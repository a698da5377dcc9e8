import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** Compiles the page's TypeScript into a folder, as modules that a browser loads as they are: there is nothing to bundle. */
export async function buildPage(folder: string): Promise<void> {
  const tsc = path.resolve(import.meta.dirname, '../../node_modules/typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [tsc, '-p', path.join(import.meta.dirname, 'page'), '--outDir', folder]);
}
