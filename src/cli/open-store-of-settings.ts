import { realpath } from 'node:fs/promises';
import { openStore } from '../store/open-store.js';
import { StoreOpenError } from '../store/store-open-error.js';
import type { Store, StoreOptions } from '../store/store.js';
import { CliError } from './cli-error.js';
import type { STORE_SETTINGS } from './settings.js';
import type { ValuesOf } from './setting.js';

/**
 * Opens the store that the settings name.
 *
 * @param mustExist refuses an embedded store that isn't there.
 * @throws CliError if it can't be used as it is
 */
export async function openStoreOfSettings(
  { dataDir, mongodbUri }: ValuesOf<typeof STORE_SETTINGS>,
  options: StoreOptions,
  mustExist = false,
): Promise<Store> {
  try {
    // The store's own paths lose their `..`, without which they would name another folder behind a symbolic link.
    const folder = dataDir.includes('..') ? await realpath(dataDir).catch(() => dataDir) : dataDir;
    return await openStore({ dataDir: folder, mongodbUri, mustExist }, options);
  } catch (error) {
    if (error instanceof StoreOpenError) throw new CliError(1, error.message, { cause: error });
    // What the system or the database refuses has a code; anything else is a bug, and wants its stack trace.
    if (!(error instanceof Error && 'code' in error)) throw error;
    const where = mongodbUri === undefined ? `in ${dataDir} ` : '';
    throw new CliError(1, `the store ${where}can't be opened: ${error.message}`, { cause: error });
  }
}
