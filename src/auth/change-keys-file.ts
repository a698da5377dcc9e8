import { realpath } from 'node:fs/promises';
import { KeysFileError } from './keys-file-error.js';
import { formatKeysFile } from './keys-file.js';
import { withLockFile } from './lock-file.js';
import { readKeysFile } from './read-keys-file.js';
import { replaceFile } from './replace-file.js';
import type { StoredKey } from './stored-key.js';

/**
 * Changes a keys file: reads it, lets `change` say what it shall hold, and writes that in one step. Two changes at once,
 * also by two processes, go one after the other. Makes the file if it is missing; its folder must be there.
 *
 * @param change is given the keys, or undefined if there is no file; returns the new ones, or undefined to write nothing.
 * @throws KeysFileError if the file is damaged or can't be written; and what `change` throws
 */
export async function changeKeysFile(
  path: string,
  change: (keys: readonly StoredKey[] | undefined) => readonly StoredKey[] | undefined,
): Promise<void> {
  try {
    // A symbolic link stays one: what it points to is replaced.
    const target = await realpath(path).catch(() => path);
    await withLockFile(`${target}.lock`, async (lock) => {
      const keys = change(await readKeysIfThere(path));
      if (keys !== undefined) await replaceFile(target, formatKeysFile(keys), () => lock.check());
    });
  } catch (error) {
    throw isSystemError(error)
      ? new KeysFileError(path, 'unwritable', `can't be written (${error.message})`, { cause: error })
      : error;
  }
}

async function readKeysIfThere(path: string): Promise<readonly StoredKey[] | undefined> {
  try {
    return (await readKeysFile(path)).keys;
  } catch (error) {
    if (error instanceof KeysFileError && error.fault === 'missing') return undefined;
    throw error;
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
