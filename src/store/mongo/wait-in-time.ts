import { CALL_MS, Deadline } from './deadline.js';
import { LateReply, NotSent } from './failures.js';

/**
 * Waits for what comes before a command, so that it can be sent.
 *
 * @param before says by itself whether it fails, which is nothing to what waits.
 * @throws NotSent if it isn't over in time
 */
export async function waitInTime(before: Promise<unknown>, waitMs = CALL_MS): Promise<void> {
  const over = before.catch(() => undefined);
  try {
    await new Deadline(waitMs).race(over);
  } catch (error) {
    if (!(error instanceof LateReply)) throw error;
    throw new NotSent('the database did not get to this command in time, after those before it');
  }
}
