import { constants, type Http2Session } from 'node:http2';
import { isKnown } from './standing.js';

/**
 * How many of its calls a client may break off on one connection: twice all that it may have open, or these once as long as no call of it
 * has gone well, and then so many a second. Node lets 1,000 pass, and then stops to read the connection, and doesn't close it.
 */
const BREAKS = { burst: 200, newcomer: 100, perMs: 0.03 };

const BREAKS_LEFT = Symbol('breaks left');

type CountedSession = Http2Session & { [BREAKS_LEFT]?: { count: number; time: number } | undefined };

/** Counts a call that its client has broken off, and closes the connection of one that breaks off more than any that means well. */
export function countBreak(session: CountedSession): void {
  const now = performance.now();
  const left = (session[BREAKS_LEFT] ??= { count: isKnown(session) ? BREAKS.burst : BREAKS.newcomer, time: now });
  left.count = Math.min(BREAKS.burst, left.count + (now - left.time) * BREAKS.perMs) - 1;
  left.time = now;
  if (left.count >= 0) return;
  left.count = Infinity;
  closeAfterFrames(session);
}

/** Node can hang where a session is destroyed while it reads frames. Once it has said goodbye, it passes over those that are left. */
function closeAfterFrames(session: Http2Session): void {
  session.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM);
  setImmediate(() => {
    session.destroy(undefined, constants.NGHTTP2_ENHANCE_YOUR_CALM);
  });
}
