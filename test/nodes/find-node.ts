import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How long it may take, in milliseconds: a version has 50 MB to fetch. */
const FETCH_MS = 90_000;

/**
 * Finds the program of the newest version of Node of a release line, from the package that has it for this system; npm keeps it in its
 * cache. Undefined if it can't be had.
 */
export async function findNode(line: number): Promise<string | undefined> {
  const name = `node-${process.platform}-${process.arch}@${line}`;
  const args = ['exec', '--yes', `--package=${name}`, '--call', 'node --print process.execPath'];
  try {
    return (await promisify(execFile)('npm', args, { timeout: FETCH_MS })).stdout.trim();
  } catch {
    return undefined;
  }
}
