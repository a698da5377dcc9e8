import type { Log } from './log.js';

/** How often at most the log says the same, in milliseconds. */
const SAY_EVERY_MS = 10_000;

type Fields = Readonly<Record<string, string | number>>;

/** Counts something that may happen thousands of times a second. */
export interface Tally {
  /** Counts one more, of which `latest` is told if it is the last one before the next line. */
  add(latest?: Fields): void;
}

/**
 * Makes a tally. The log says it at the first, and then how many there were, every ten seconds while it lasts.
 *
 * @param fields stand on each line
 */
export function makeTally(log: Log, message: string, fields: Fields = {}, level: 'info' | 'warn' = 'warn'): Tally {
  let count = 0;
  let latest: Fields | undefined;
  let timer: NodeJS.Timeout | undefined;

  const say = () => {
    timer = undefined;
    if (count === 0) return;
    log[level]({ count, ...fields, ...latest }, message);
    count = 0;
    timer = setTimeout(say, SAY_EVERY_MS).unref();
  };

  return {
    add(one) {
      count += 1;
      latest = one;
      if (timer === undefined) say();
    },
  };
}
