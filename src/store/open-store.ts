import type { Store, StoreOptions } from './store.js';

/** Which store to open. */
export interface StoreSettings {
  /** The folder of the embedded store. */
  readonly dataDir: string;
}

/**
 * Opens the store that the settings name. What the others need is not loaded.
 *
 * @throws StoreOpenError if it can't be used as it is
 */
export async function openStore({ dataDir }: StoreSettings, options: StoreOptions): Promise<Store> {
  const { openLmdbStore } = await import('./lmdb/open-lmdb-store.js');
  return openLmdbStore(dataDir, options);
}
