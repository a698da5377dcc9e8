import { stat } from 'node:fs/promises';

/** How often the files are looked at. */
const POLL_MS = 250;
/** A file that changed less than this before it was read may change again without a new time: it is read once more. */
const SETTLED_MS = 2_000;

/** How files are followed. */
export interface WatchFilesOptions<Content extends { readonly text: string }, Problem extends Error> {
  /** Reads the files whole. What it throws is a problem of the files, if it is a `Problem`. */
  readonly read: () => Promise<Content>;
  readonly Problem: abstract new (...args: never[]) => Problem;
  /** The files were read again: their text has changed, or their problem is solved. */
  onLoad(content: Content): void;
  /** The files can't be used. Told once for each problem, until it is solved. */
  onProblem(error: Problem): void;
}

/** Files that are followed. */
export interface WatchedFiles<Content> {
  /** What was read first. */
  readonly first: Content;
  close(): void;
}

/**
 * Reads files that belong together and follows their changes. They are polled, and not watched, since that also works where
 * the folder is mounted or a symbolic link changes its target. Keeps no process alive.
 *
 * @throws what `read` throws, if the files can't be used now; later on, that is an event
 */
export async function watchFiles<Content extends { readonly text: string }, Problem extends Error>(
  paths: readonly string[],
  options: WatchFilesOptions<Content, Problem>,
): Promise<WatchedFiles<Content>> {
  const { read, Problem } = options;
  let seen = await fingerprintAll(paths);
  const first = await read();
  let { text } = first;
  let problem: string | undefined;
  let closed = false;

  async function poll(): Promise<void> {
    try {
      const found = await fingerprintAll(paths);
      if (found !== undefined && found === seen && problem === undefined) return;
      const latest = await read();
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

/** Names the state of some files; undefined while that of one has no name. */
async function fingerprintAll(paths: readonly string[]): Promise<string | undefined> {
  const found = await Promise.all(paths.map(fingerprint));
  return found.includes(undefined) ? undefined : found.join(' ');
}

/** Names the state of a file; undefined while it is missing, or too young for an equal name to mean an equal text. */
async function fingerprint(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  if (found === undefined || Date.now() - Number(found.ctimeMs) < SETTLED_MS) return undefined;
  return [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join(':');
}
