import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeTemporaryFolder } from './check-room.js';
import { newMark } from './database-mark.js';
import { MARK_KEY } from './keys.js';
import { openDatabase } from './open-database.js';

/**
 * Makes an empty, marked database. It appears under its name whole or not at all, so that a file without a mark is
 * never one of ours whose creation was interrupted. If another process was first, its database stays.
 */
export async function createDatabase(file: string): Promise<void> {
  const folder = dirname(file);
  const temporary = makeTemporaryFolder(folder);
  try {
    const made = join(temporary, basename(file));
    const database = openDatabase(made);
    await database.put(MARK_KEY, newMark());
    await database.close();
    putInPlace(made, file);
    syncFolder(folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Never replaces a file, where the file system has hard links. */
function putInPlace(made: string, file: string): void {
  try {
    linkSync(made, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') renameSync(made, file);
  }
}

/** Makes the new name durable, as LMDB does only for what is in the file. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
