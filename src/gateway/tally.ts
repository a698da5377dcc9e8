import type { Log } from '../telemetry/log.js';

/** How often at most the log says the same, in milliseconds. */
const SAY_EVERY_MS = 10_000;

/** Counts something that may happen thousands of times a second. */
export interface Tally {
  add(): void;
}

/** Makes a tally. The log says it at the first, and then how many there were, every ten seconds while it lasts. */
export function makeTally(log: Log, message: string, fields: Readonly<Record<string, number>>): Tally {
  let count = 0;
  let timer: NodeJS.Timeout | undefined;

  const say = () => {
    timer = undefined;
    if (count === 0) return;
    log.warn({ count, ...fields }, message);
    count = 0;
    timer = setTimeout(say, SAY_EVERY_MS).unref();
  };

  return {
    add() {
      count += 1;
      if (timer === undefined) say();
    },
  };
}
