import { stat } from 'node:fs/promises';
import { createKeySet, type KeySet } from './key-set.js';
import { KeysFileError } from './keys-file-error.js';
import { readKeysFile, type KeysFileContent } from './read-keys-file.js';

/** How often the file is looked at: a revoked key is refused within half a second. */
const POLL_MS = 250;
/** A file that changed less than this before it was read may change again without a new time: it is read once more. */
const SETTLED_MS = 2_000;

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
 * Reads a keys file and follows its changes. It is polled, and not watched, since that also works where the folder is
 * mounted or a symbolic link changes its target. Keeps no process alive.
 *
 * @throws KeysFileError if the file can't be used now; later on, that is an event
 */
export async function watchKeysFile(path: string, events: KeysFileEvents): Promise<WatchedKeys> {
  let seen = await fingerprint(path);
  let content: KeysFileContent = await readKeysFile(path);
  let keySet = createKeySet(content.keys);
  let problem: string | undefined;
  let closed = false;

  async function poll(): Promise<void> {
    try {
      const found = await fingerprint(path);
      if (found !== undefined && found === seen && problem === undefined) return;
      const latest = await readKeysFile(path);
      seen = found;
      if (closed || (latest.text === content.text && problem === undefined)) return;
      content = latest;
      keySet = createKeySet(latest.keys);
      problem = undefined;
      events.onLoad(keySet.size);
    } catch (error) {
      if (!(error instanceof KeysFileError)) throw error;
      if (closed || error.message === problem) return;
      problem = error.message;
      events.onProblem(error);
    }
  }

  function schedule(): NodeJS.Timeout {
    return setTimeout(() => {
      void poll().finally(() => {
        if (!closed) timer = schedule();
      });
    }, POLL_MS).unref();
  }

  let timer = schedule();
  return {
    current: () => keySet,
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}

/** Names the state of a file; undefined while it is missing, or too young for an equal name to mean an equal text. */
async function fingerprint(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  if (found === undefined || Date.now() - Number(found.ctimeMs) < SETTLED_MS) return undefined;
  return [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join(':');
}
