import { watchFiles } from '../../files/watch-files.js';
import { readTlsFiles, type TlsFiles, type TlsPaths } from './read-tls-files.js';
import { TlsFilesError } from './tls-files-error.js';

/** What the watcher of the files of TLS tells. */
export interface TlsFilesEvents {
  /** The files were read again and are in effect: they have changed, or their problem is solved. */
  onLoad(files: TlsFiles): void;
  /** The files can't be used, and those in effect stay. Told once for each problem, until it is solved. */
  onProblem(error: TlsFilesError): void;
}

/** The files of TLS, read again whenever they change. */
export interface WatchedTlsFiles {
  /** Those in effect: the last that fit together. */
  current(): TlsFiles;
  /** Calls a function for each change from now on. */
  onChange(listener: (files: TlsFiles) => void): void;
  close(): void;
}

/**
 * Reads the files of TLS and follows their changes, which are in effect within half a second. Keeps no process alive.
 *
 * @throws TlsFilesError if they can't be used now; later on, that is an event
 */
export async function watchTlsFiles(paths: TlsPaths, events: TlsFilesEvents): Promise<WatchedTlsFiles> {
  const listeners: ((files: TlsFiles) => void)[] = [];
  const { certificate, key, clientCa } = paths;
  const watched = await watchFiles([certificate, key, ...(clientCa === undefined ? [] : [clientCa])], {
    read: () => readTlsFiles(paths),
    Problem: TlsFilesError,
    onLoad: (files) => {
      current = files;
      for (const listener of listeners) listener(files);
      events.onLoad(files);
    },
    onProblem: (error) => {
      events.onProblem(error);
    },
  });
  let current = watched.first;
  return {
    current: () => current,
    onChange: (listener) => {
      listeners.push(listener);
    },
    close: () => {
      watched.close();
    },
  };
}
