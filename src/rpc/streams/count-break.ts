import { constants, type Http2Session } from 'node:http2';
import { isKnown } from './standing.js';

/**
 * How many of its calls a client may break off on one connection: twice as many as it may have open, or just as many if the connection isn't
 * known when it breaks off the first. They come back at so many a millisecond, up to the former number. Node lets 1,000 pass, and then stops to read
 * the connection, and doesn't close it.
 */
const BREAKS = { burst: 200, newcomerBurst: 100, perMs: 0.03 };

const BREAKS_LEFT = Symbol('breaks left');

type CountedSession = Http2Session & { [BREAKS_LEFT]?: { count: number; time: number } | undefined };

/** Counts a call that its client has broken off, and closes the connection of one that breaks off more than any that means well. */
export function countBreak(session: CountedSession): void {
  // With a connection that has ended, all of its calls are broken off.
  if (session.destroyed) return;
  const now = performance.now();
  const left = (session[BREAKS_LEFT] ??= { count: isKnown(session) ? BREAKS.burst : BREAKS.newcomerBurst, time: now });
  // It was closed already, and Node is yet to tell of what came before.
  if (left.count < 0) return;
  left.count = Math.min(BREAKS.burst, left.count + (now - left.time) * BREAKS.perMs) - 1;
  left.time = now;
  if (left.count < 0) closeAfterFrames(session);
}

/** Node can hang where a session is destroyed while it reads frames. Once it has said goodbye, it passes over those that are left. */
function closeAfterFrames(session: Http2Session): void {
  session.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM);
  setImmediate(() => {
    session.destroy(undefined, constants.NGHTTP2_ENHANCE_YOUR_CALM);
  });
}
