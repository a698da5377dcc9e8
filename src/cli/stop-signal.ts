import { constants } from 'node:os';

/**
 * Waits for SIGTERM or SIGINT. From now on the first one asks the process to stop by resolving the promise, and the next
 * one ends it at once.
 */
export function listenForStop(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = (signal: NodeJS.Signals) => {
      // As a shell reports a process that a signal ended.
      if (asked) process.exit(128 + constants.signals[signal]);
      asked = true;
      resolve(signal);
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
}
