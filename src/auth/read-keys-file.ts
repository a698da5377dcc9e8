import { readRegularFile, type UnreadableFile } from '../files/read-regular-file.js';
import { KeysFileError } from './keys-file-error.js';
import { parseKeysFile } from './keys-file.js';
import type { StoredKey } from './stored-key.js';

/** A keys file as it was read. */
export interface KeysFileContent {
  readonly text: string;
  readonly keys: readonly StoredKey[];
}

/**
 * Reads a keys file and checks it whole.
 *
 * @throws KeysFileError
 */
export async function readKeysFile(path: string): Promise<KeysFileContent> {
  let text: string;
  try {
    text = await readRegularFile(path);
  } catch (error) {
    const { message, missing } = error as UnreadableFile;
    throw new KeysFileError(path, missing ? 'missing' : 'unreadable', message, { cause: error });
  }
  try {
    return { text, keys: parseKeysFile(text) };
  } catch (error) {
    throw new KeysFileError(path, 'damaged', (error as Error).message, { cause: error });
  }
}
