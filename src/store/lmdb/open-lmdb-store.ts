import { join } from 'node:path';
import { StoreOpenError } from '../store-open-error.js';
import type { Store, StoreOptions } from '../store.js';
import { checkDataFolder, DATABASE_FILE } from './check-data-folder.js';
import { createDatabase } from './create-database.js';
import { LmdbStore } from './lmdb-store.js';
import { openDatabase } from './open-database.js';

/**
 * Opens the embedded store in a folder, and makes both if they aren't there.
 *
 * @throws StoreOpenError if what is in the folder can't be opened, before any of it is changed
 */
export async function openLmdbStore(dataDir: string, options: StoreOptions): Promise<Store> {
  const file = join(dataDir, DATABASE_FILE);
  let mark = checkDataFolder(dataDir);
  if (mark === undefined) {
    await createDatabase(file);
    mark = checkDataFolder(dataDir);
  }
  if (mark === undefined) throw new StoreOpenError(`${file} was removed while it was being opened; start again`);
  return new LmdbStore(openDatabase(file), mark.pageTokenKey, options);
}
