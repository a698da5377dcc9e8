import { stat } from 'node:fs/promises';

/** How often the file is looked at. */
const POLL_MS = 250;
/** A file that changed less than this before it was read may change again without a new time: it is read once more. */
const SETTLED_MS = 2_000;

/** How a file is followed. */
export interface WatchFileOptions<Content extends { readonly text: string }, Problem extends Error> {
  /** Reads the file whole. What it throws is a problem of the file, if it is a `Problem`. */
  readonly read: (path: string) => Promise<Content>;
  readonly Problem: abstract new (...args: never[]) => Problem;
  /** The file was read again: its text has changed, or its problem is solved. */
  onLoad(content: Content): void;
  /** The file can't be used. Told once for each problem, until it is solved. */
  onProblem(error: Problem): void;
}

/** A file that is followed. */
export interface WatchedFile<Content> {
  /** What was read first. */
  readonly first: Content;
  close(): void;
}

/**
 * Reads a file and follows its changes. It is polled, and not watched, since that also works where the folder is mounted or
 * a symbolic link changes its target. Keeps no process alive.
 *
 * @throws what `read` throws, if the file can't be used now; later on, that is an event
 */
export async function watchFile<Content extends { readonly text: string }, Problem extends Error>(
  path: string,
  options: WatchFileOptions<Content, Problem>,
): Promise<WatchedFile<Content>> {
  const { read, Problem } = options;
  let seen = await fingerprint(path);
  const first = await read(path);
  let { text } = first;
  let problem: string | undefined;
  let closed = false;

  async function poll(): Promise<void> {
    try {
      const found = await fingerprint(path);
      if (found !== undefined && found === seen && problem === undefined) return;
      const latest = await read(path);
      seen = found;
      if (closed || (latest.text === text && problem === undefined)) return;
      text = latest.text;
      problem = undefined;
      options.onLoad(latest);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (closed || error.message === problem) return;
      problem = error.message;
      options.onProblem(error);
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
    first,
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
