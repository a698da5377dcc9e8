import { constants } from 'node:os';

/** npm hands on a Ctrl-C that the terminal has sent to the service as well: two signals so close together are one. */
const SAME_STOP_MS = 500;

/**
 * Waits for SIGTERM or SIGINT. From now on the first one asks the process to stop by resolving the promise, and the next
 * one, unless it comes within `sameStopMs` milliseconds of the first, ends it at once.
 */
export function listenForStop(sameStopMs = SAME_STOP_MS): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let askedTime: number | undefined;
    const stop = (signal: NodeJS.Signals) => {
      const now = performance.now();
      if (askedTime === undefined) {
        askedTime = now;
        resolve(signal);
      } else if (now - askedTime >= sameStopMs) {
        // As a shell reports a process that a signal ended.
        process.exit(128 + constants.signals[signal]);
      }
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
}
