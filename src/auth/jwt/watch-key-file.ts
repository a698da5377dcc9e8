import { readRegularFile } from '../read-regular-file.js';
import { watchFile } from '../watch-file.js';
import type { TokenAlgorithm } from './algorithms.js';
import { KeySourceError } from './key-source-error.js';
import type { KeySource, KeySourceEvents } from './key-source.js';
import { parseVerifyingKeys } from './verifying-keys.js';

/** How keys are read from a file. */
export interface KeyFileOptions {
  readonly algorithms: readonly TokenAlgorithm[];
  readonly events: KeySourceEvents;
}

/**
 * Reads keys from a file and follows its changes: they are in effect within half a second.
 *
 * @throws KeySourceError if the file can't be used now; later on, that is an event
 */
export async function watchKeyFile(path: string, { algorithms, events }: KeyFileOptions): Promise<KeySource> {
  const file = await watchFile(path, {
    read: async () => {
      try {
        const text = await readRegularFile(path);
        return { text, keys: await parseVerifyingKeys(text, algorithms) };
      } catch (error) {
        throw new KeySourceError(`the key set ${path} ${(error as Error).message}`, { cause: error });
      }
    },
    Problem: KeySourceError,
    onLoad: (content) => {
      keys = content.keys;
      events.onLoad(keys.size);
    },
    onProblem: (error) => {
      events.onProblem(error);
    },
  });
  let { keys } = file.first;
  events.onLoad(keys.size);
  return {
    current: () => keys,
    // The file is looked at all the time.
    refresh: () => Promise.resolve(),
    close: () => {
      file.close();
    },
  };
}
