import { setTimeout as delay } from 'node:timers/promises';
import type { Deadline } from './deadline.js';
import {
  isConnectionLack,
  isDatabaseError,
  isNotSent,
  isOutcomeOpen,
  outcomeUnknown,
  storeUnavailable,
} from './failures.js';
import type { Gate } from './gate.js';

/** How long to wait before a write is sent again, at most, in milliseconds. */
const PAUSE_MS = 100;

/**
 * How much time there must be for a write that got no connection to try again, in milliseconds: enough to learn that there
 * is no server to be had, so that it still ends as one that was not sent.
 */
const TRY_AGAIN_MS = 3500;

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
        if (isOutcomeOpen(error)) wasBroken = true;
        // What breaks one sending may keep the next from being sent at all, for a while.
        const goesOn = wasBroken
          ? (isOutcomeOpen(error) || isNotSent(error)) && !deadline.hasPassed
          : isConnectionLack(error) && deadline.leftMs > TRY_AGAIN_MS;
        if (!goesOn) throw error;
        await delay(Math.random() * PAUSE_MS);
      }
    }
  };
  try {
    return await gate.run(sendUntilReplied);
  } catch (error) {
    if (!isDatabaseError(error)) throw error;
    // Is set in the meantime, which the compiler doesn't see.
    throw (wasBroken as boolean) ? outcomeUnknown(error) : storeUnavailable(error);
  }
}
