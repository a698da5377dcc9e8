import { setTimeout as delay } from 'node:timers/promises';
import type { Deadline } from './deadline.js';
import { isDatabaseError, isNotSent, isOutcomeOpen, outcomeUnknown, storeUnavailable } from './failures.js';
import type { Gate } from './gate.js';

/** How long to wait before a write is sent again, at most, in milliseconds. */
const PAUSE_MS = 100;

/** What a write said at last. */
export interface Sent<T> {
  readonly result: T;
  /** If an earlier sending may have been carried out, and its reply was lost: what is left of the time for this write. */
  readonly broken: Deadline | undefined;
}

/**
 * Sends a write, and sends it again if its reply was lost: it must do nothing the second time.
 *
 * @throws OrgmetaError STORE_UNAVAILABLE if it was certainly not carried out; WRITE_OUTCOME_UNKNOWN
 */
export async function sendWrite<T>(gate: Gate, send: () => Promise<T>): Promise<Sent<T>> {
  let wasBroken = false;
  const sendUntilReplied = async (deadline: Deadline): Promise<Sent<T>> => {
    for (;;) {
      try {
        return { result: await deadline.race(send()), broken: wasBroken ? deadline : undefined };
      } catch (error) {
        // What breaks one sending may keep the next from being sent at all, for a while.
        const goesOn = isOutcomeOpen(error) || (wasBroken && isNotSent(error));
        if (!goesOn || deadline.hasPassed) throw error;
        wasBroken = true;
        await delay(Math.random() * PAUSE_MS);
      }
    }
  };
  try {
    return await gate.run(sendUntilReplied);
  } catch (error) {
    if (!isDatabaseError(error)) throw error;
    // Is set in the meantime, which the compiler doesn't see.
    throw (wasBroken as boolean) || isOutcomeOpen(error) ? outcomeUnknown(error) : storeUnavailable(error);
  }
}
