import { readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/** Where Linux lists the threads of this process. */
const THREADS = '/proc/self/task';

/**
 * How many threads Node starts for V8, before any other: one that keeps its timers, and four that look for garbage (`--v8-pool-size`).
 * Versions before 24 give them no names.
 */
const V8_THREADS = 5;

/**
 * Has the threads that look for garbage yield to the one that serves, where there are fewer cores than threads: Linux gives all of them
 * the same share, so four would leave the service a fifth of a core just when there is most to do. They have what it leaves, and all of
 * it while it waits for them. Elsewhere than on Linux, or without `/proc`, nothing is changed.
 */
export function yieldToServing(): void {
  try {
    for (const thread of listV8Threads()) setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // The service works as well, and in a crowd more slowly.
  }
}

/** Linux numbers threads in the order in which they were started; the first is the one that serves. */
function listV8Threads(): readonly number[] {
  const threads = readdirSync(THREADS).map(Number);
  return threads.toSorted((a, b) => a - b).slice(1, 1 + V8_THREADS);
}
