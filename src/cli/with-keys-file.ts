import { KeysFileError } from '../auth/keys-file-error.js';
import type { UnreadableFile } from '../files/read-regular-file.js';
import { CliError } from './cli-error.js';
import { keysFilePath, type KeysSettings } from './settings.js';

/**
 * Does some work on the keys file that the settings name.
 *
 * @throws CliError that says what is wrong with the file, which settings named it, and the way out; KeysFileError if it
 *   can't be written; and what the work throws
 */
export async function withKeysFile<T>(settings: KeysSettings, work: (path: string) => Promise<T>): Promise<T> {
  try {
    return await work(keysFilePath(settings));
  } catch (error) {
    if (!(error instanceof KeysFileError) || error.fault === 'unwritable') throw error;
    throw new CliError(1, `${error.message}; ${describeWayOut(error.fault, error.cause, settings)}`, { cause: error });
  }
}

/** Says with which settings another keys file can be named. */
export function nameKeysSettings({ keysFile }: KeysSettings): string {
  // Where a keys file is named, the data folder has no say.
  return keysFile === undefined
    ? '--keys-file or --data-dir, or set ORGMETA_KEYS_FILE or ORGMETA_DATA_DIR'
    : '--keys-file, or set ORGMETA_KEYS_FILE';
}

function describeWayOut(fault: 'missing' | 'unreadable' | 'damaged', cause: unknown, settings: KeysSettings): string {
  const source =
    settings.keysFile === undefined
      ? 'it is keys.json in the data folder, which --data-dir or ORGMETA_DATA_DIR names'
      : 'its path comes from --keys-file or ORGMETA_KEYS_FILE';
  switch (fault) {
    case 'missing':
      return `name the file that your service uses with ${nameKeysSettings(settings)}`;
    case 'unreadable':
      return `${source}; ${(cause as UnreadableFile).wayOut}`;
    case 'damaged':
      return `${source}. Repair it, or restore it from a backup. Without a backup, move it away and make new keys with "orgmeta keys create"; the old ones are lost then`;
  }
}
