import { changeKeysFile } from '../auth/change-keys-file.js';
import { issueKey, type IssuedKey } from '../auth/issue-key.js';
import { createKeySet, type KeySet } from '../auth/key-set.js';
import { KeysFileError } from '../auth/keys-file-error.js';
import { watchKeysFile, type KeysFileEvents, type WatchedKeys } from '../auth/watch-keys-file.js';

/** The first keys of a service, one of each role. */
export interface FirstKeys {
  readonly backend: IssuedKey;
  readonly frontend: IssuedKey;
}

/** The keys of a running service. */
export interface ServiceKeys {
  /** The keys in effect; none before the first ones are created. */
  current(): KeySet;
  /**
   * If there was no keys file, creates one with a key of each role, unless another process has done so meanwhile.
   *
   * @param show prints the keys. Runs before the file is written, so that there is never a file whose keys nobody saw.
   */
  createFirst(show: (keys: FirstKeys) => void): Promise<void>;
  close(): void;
}

/**
 * Reads the keys file of a service and follows its changes. That there is none is the first start, and no error.
 *
 * @throws KeysFileError for a file that can't be used
 */
export async function openServiceKeys(path: string, events: KeysFileEvents): Promise<ServiceKeys> {
  const none = createKeySet([]);
  let watched: WatchedKeys | undefined;
  try {
    watched = await watchKeysFile(path, events);
  } catch (error) {
    if (!(error instanceof KeysFileError && error.fault === 'missing')) throw error;
  }
  return {
    current: () => watched?.current() ?? none,
    createFirst: async (show) => {
      if (watched !== undefined) return;
      await changeKeysFile(path, (present) => {
        if (present !== undefined) return undefined;
        const keys = {
          backend: issueKey({ role: 'backend', note: 'created on first start' }),
          frontend: issueKey({ role: 'frontend', note: 'created on first start' }),
        };
        show(keys);
        return [keys.backend.stored, keys.frontend.stored];
      });
      watched = await watchKeysFile(path, events);
    },
    close: () => watched?.close(),
  };
}
