import type { Store, StoreOptions } from './store.js';

/** Which store to open. */
export interface StoreSettings {
  /** The folder of the embedded store. */
  readonly dataDir: string;
  /** The connection string of the MongoDB database that takes the embedded store's place. */
  readonly mongodbUri?: string | undefined;
  /** If true, an embedded store that isn't there is refused, and not made. */
  readonly mustExist?: boolean;
}

/**
 * Opens the store that the settings name. What the others need is not loaded.
 *
 * @throws StoreOpenError if it can't be used as it is
 */
export async function openStore(
  { dataDir, mongodbUri, mustExist = false }: StoreSettings,
  options: StoreOptions,
): Promise<Store> {
  if (mongodbUri !== undefined) {
    const { openMongoStore } = await import('./mongo/open-mongo-store.js');
    return openMongoStore(mongodbUri, options);
  }
  const { openLmdbStore } = await import('./lmdb/open-lmdb-store.js');
  return openLmdbStore(dataDir, options, mustExist);
}
