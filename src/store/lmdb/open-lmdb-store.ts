import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StoreOpenError } from '../store-open-error.js';
import type { Store, StoreOptions } from '../store.js';
import { checkDataFolder, DATABASE_FILE, LOCK_FILE } from './check-data-folder.js';
import { checkRoom, removeLeftovers } from './check-room.js';
import { createDatabase } from './create-database.js';
import { LmdbStore } from './lmdb-store.js';
import { MARK_KEY } from './keys.js';
import { openDatabase, type Database } from './open-database.js';

/**
 * Opens the embedded store in a folder, and makes both if they aren't there and need not be.
 *
 * @throws StoreOpenError if what is in the folder can't be opened, before any of it is changed
 */
export async function openLmdbStore(dataDir: string, options: StoreOptions, mustExist = false): Promise<Store> {
  const file = join(dataDir, DATABASE_FILE);
  if (mustExist && !existsSync(file)) {
    throw new StoreOpenError(`there is no database in ${dataDir}; name the folder that has one`);
  }
  let mark = checkDataFolder(dataDir);
  removeLeftovers(dataDir);
  if (!existsSync(join(dataDir, LOCK_FILE))) checkRoom(dataDir);
  if (mark === undefined) {
    await createDatabase(file);
    mark = checkDataFolder(dataDir);
  }
  if (mark === undefined) throw new StoreOpenError(`${file} was removed while it was being opened; start again`);
  const database = openDatabase(file);
  const others = findOtherProcesses(database);
  if (others.length > 0) options.onShared?.(others);
  return new LmdbStore(database, mark.pageTokenKey, options);
}

/** Finds the other processes that have the database open, in LMDB's table of readers: each has a line of it. */
function findOtherProcesses(database: Database): number[] {
  // Enters this process too, for those that come later.
  database.getBinaryFast(MARK_KEY);
  const processIds = [...database.readerList().matchAll(/^ *(\d+) /gm)].map(([, processId]) => Number(processId));
  return [...new Set(processIds)].filter((processId) => processId !== process.pid);
}
