import { readFile, stat } from 'node:fs/promises';
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
    // A pipe or a device would block, or never end.
    if (!(await stat(path)).isFile()) throw new KeysFileError(path, 'is not a regular file');
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw error instanceof KeysFileError ? error : cannotRead(path, error);
  }
  try {
    return { text, keys: parseKeysFile(text) };
  } catch (error) {
    throw new KeysFileError(path, (error as Error).message, { cause: error });
  }
}

function cannotRead(path: string, error: unknown): KeysFileError {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new KeysFileError(path, 'does not exist', { cause: error, missing: true });
  return new KeysFileError(path, `can't be read (${code ?? String(error)})`, { cause: error });
}
