import { setTimeout as delay } from 'node:timers/promises';
import { writeContention } from './failures.js';

/** How often a write is tried, and the first and the longest pause between, in milliseconds. */
const ATTEMPTS = 40;
const FIRST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 100;

/**
 * Runs an attempt until it isn't disturbed by another process, with pauses that grow, at random lengths.
 *
 * @param attempt gives undefined after a conflict.
 * @throws OrgmetaError WRITE_CONTENTION if that takes too many
 */
export async function retryConflicts<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  let pauseMs = FIRST_PAUSE_MS;
  for (let count = 0; count < ATTEMPTS; count += 1) {
    const result = await attempt();
    if (result !== undefined) return result;
    await delay(Math.random() * pauseMs);
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  }
  throw writeContention();
}
