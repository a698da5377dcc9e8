import { createKeySet, type KeySet } from './key-set.js';
import { KeysFileError } from './keys-file-error.js';
import { readKeysFile } from './read-keys-file.js';
import { watchFile } from './watch-file.js';

/** What the watcher of a keys file tells. */
export interface KeysFileEvents {
  /** The file was read again, and these keys, so many, are in effect: it has changed, or its problem is solved. */
  onLoad(count: number): void;
  /** The file can't be used, and the keys in effect stay as they are. Told once for each problem, until it is solved. */
  onProblem(error: KeysFileError): void;
}

/** The keys of a file that is read again whenever it changes. */
export interface WatchedKeys {
  /** The keys in effect. */
  current(): KeySet;
  close(): void;
}

/**
 * Reads a keys file and follows its changes: a revoked key is refused within half a second. Keeps no process alive.
 *
 * @throws KeysFileError if the file can't be used now; later on, that is an event
 */
export async function watchKeysFile(path: string, events: KeysFileEvents): Promise<WatchedKeys> {
  const file = await watchFile(path, {
    read: readKeysFile,
    Problem: KeysFileError,
    onLoad: ({ keys }) => {
      keySet = createKeySet(keys);
      events.onLoad(keySet.size);
    },
    onProblem: (error) => {
      events.onProblem(error);
    },
  });
  let keySet = createKeySet(file.first.keys);
  return {
    current: () => keySet,
    close: () => {
      file.close();
    },
  };
}
