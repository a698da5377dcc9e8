import type { Http2Session } from 'node:http2';
import { WINDOW_BYTES } from '../limits.js';
import type { OpenCall } from './call-ring.js';
import type { OpenCalls } from './open-calls.js';
import { isKnown } from './standing.js';

/**
 * Bounds what answers hold together that their callers don't take. Beyond so many bytes, one is let go of the connection of which most is
 * held, the oldest: whoever asks for much and reads nothing doesn't cost others theirs, which are only slow to read. As long as any is held of
 * connections that aren't known, it is one of these.
 *
 * @returns is to be told of each answer that is larger than a client takes at once
 */
export function boundAnswers(calls: OpenCalls, mostBytes: number): () => void {
  let isAsked = false;

  const dropUnread = () => {
    isAsked = false;
    const held = countHeld(calls);
    let unread = 0;
    for (const bytes of held.values()) unread += bytes;
    while (unread > mostBytes) {
      const session = chooseSession(held);
      const call = calls.timed.find((each) => each.session === session && unreadBytes(each) > 0);
      if (call === undefined) return;
      const bytes = unreadBytes(call);
      held.set(call.session, (held.get(call.session) ?? 0) - bytes);
      unread -= bytes;
      calls.crowdOut(call);
    }
  };

  return () => {
    // Once it is with the stream; once for all of a turn.
    if (!isAsked) setImmediate(dropUnread);
    isAsked = true;
  };
}

/** Counts how much is held of each connection, in the order of their oldest calls. */
function countHeld(calls: OpenCalls): Map<Http2Session, number> {
  const held = new Map<Http2Session, number>();
  for (const call of calls.timed) {
    const bytes = unreadBytes(call);
    if (bytes > 0) held.set(call.session, (held.get(call.session) ?? 0) + bytes);
  }
  return held;
}

/** Chooses the connection of which most is held, of those that aren't known if something is held of any. */
function chooseSession(held: ReadonlyMap<Http2Session, number>): Http2Session | undefined {
  const holding = [...held].filter(([, bytes]) => bytes > 0);
  const newcomers = holding.filter(([session]) => !isKnown(session));
  let most: readonly [session: Http2Session | undefined, bytes: number] = [undefined, 0];
  for (const each of newcomers.length > 0 ? newcomers : holding) if (each[1] > most[1]) most = each;
  return most[0];
}

/** How much of a large answer its caller has not let the connection take; 0 of others, which may be on their way. */
function unreadBytes({ stream }: OpenCall): number {
  return stream.writableLength > WINDOW_BYTES ? stream.writableLength : 0;
}
