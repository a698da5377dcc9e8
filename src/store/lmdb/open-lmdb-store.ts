import { randomBytes } from 'node:crypto';
import { open, type Database } from 'lmdb';
import type { Store, StoreOptions } from '../store.js';
import { checkDataFolder, DataFolderError } from './check-data-folder.js';
import { LmdbStore } from './lmdb-store.js';

/** The version of the format: of the keys, the records and the entries of `meta`. */
const FORMAT = '1';

/** Has two databases: `records`, and `meta` with `format` and `page-token-key`. */
const DATABASES = 2;

/**
 * Opens the embedded store in a folder, and creates both if they aren't there.
 *
 * @throws DataFolderError if the folder can't be used, or holds something else
 */
export async function openLmdbStore(folder: string, options: StoreOptions): Promise<Store> {
  const path = await checkDataFolder(folder);
  const environment = open({
    path,
    noSubdir: true,
    maxDbs: DATABASES,
    encoding: 'binary',
    // With it, readers would see a write before it is durable.
    overlappingSync: false,
    // With it, a failed commit is also an unhandled rejection, which ends the process.
    eventTurnBatching: false,
  });
  try {
    const pageTokenKey = await claim(environment, folder);
    const records = environment.openDB<Buffer, string>({ name: 'records', encoding: 'binary' });
    return new LmdbStore(environment, records, pageTokenKey, options);
  } catch (error) {
    await environment.close();
    throw error;
  }
}

/** Makes sure that the file is ours, marks it if it is new, and gives the key of page tokens. */
async function claim(environment: ReturnType<typeof open>, folder: string): Promise<Buffer> {
  // The names of databases are keys of the root.
  const isNew = environment.getStats() !== undefined && environment.getKeysCount() === 0;
  const meta: Database<Buffer, string> = environment.openDB({ name: 'meta', encoding: 'binary' });
  if (isNew) {
    await meta.transaction(() => {
      void meta.put('page-token-key', randomBytes(32));
      void meta.put('format', Buffer.from(FORMAT));
    });
  }
  const format = meta.get('format')?.toString();
  const key = meta.get('page-token-key');
  if (format === FORMAT && key !== undefined) return key;
  throw new DataFolderError(
    format === undefined
      ? `${folder} holds the database of another program; choose an empty folder`
      : `${folder} has the format ${format}, and this version knows format ${FORMAT}; use a newer version of orgmeta`,
  );
}
