import { closeSync, fsyncSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StoreOpenError } from '../store-open-error.js';

/** More than LMDB needs for a new database and for its lock file. */
const ROOM_BYTES = 64 * 1024;

/** Folders with this beginning are work in progress, and appear under a name of their own when they are whole. */
const TEMPORARY = '.new-';

/** Work in progress takes milliseconds; what is older was left by a crash. */
const LEFTOVER_MS = 60_000;

/** Makes a folder for work in progress within the data folder. */
export function makeTemporaryFolder(dataDir: string): string {
  return mkdtempSync(join(dataDir, TEMPORARY));
}

/**
 * Makes sure that the disk has room for what LMDB makes when it opens a database, by writing as much: where it has none,
 * LMDB ends the process.
 *
 * @throws StoreOpenError
 */
export function checkRoom(dataDir: string): void {
  try {
    const folder = makeTemporaryFolder(dataDir);
    try {
      fill(join(folder, 'room'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    const problem =
      code === 'ENOSPC' || code === 'EDQUOT' ? 'has no room for a database' : `can't be written to (${code})`;
    throw new StoreOpenError(`${dataDir} ${problem}; make room, or name another folder`, { cause });
  }
}

/** Removes what crashes have left in the data folder. */
export function removeLeftovers(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (!name.startsWith(TEMPORARY)) continue;
    const path = join(dataDir, name);
    const found = statSync(path, { throwIfNoEntry: false });
    const isLeftover = found?.isDirectory() === true && Date.now() - found.mtimeMs > LEFTOVER_MS;
    if (isLeftover) rmSync(path, { recursive: true, force: true });
  }
}

function fill(path: string): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    const bytes = Buffer.alloc(ROOM_BYTES, 1);
    for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
