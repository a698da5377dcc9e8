import type { Http2Session } from 'node:http2';
import { WINDOW_BYTES } from '../limits.js';
import type { OpenCall } from './call-ring.js';
import type { OpenCalls } from './open-calls.js';
import { isKnown } from './standing.js';

/** How many bytes each connection holds, in the order of their oldest calls. */
type Held = ReadonlyMap<Http2Session, number>;

/**
 * Bounds what answers hold together that their callers don't take. Beyond so many bytes, the connection that holds most loses its oldest: whoever asks
 * for much and reads nothing doesn't cost others theirs, which are only slow to read. Where connections that aren't known hold more than the others
 * do, it is one of these.
 *
 * @returns is to be told of each answer that is larger than a client takes at once
 */
export function boundAnswers(calls: OpenCalls, mostBytes: number): () => void {
  let isAsked = false;

  const dropUnread = () => {
    isAsked = false;
    const held = countHeld(calls);
    let unread = sum(held);
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

function countHeld(calls: OpenCalls): Map<Http2Session, number> {
  const held = new Map<Http2Session, number>();
  for (const call of calls.timed) {
    const bytes = unreadBytes(call);
    if (bytes > 0) held.set(call.session, (held.get(call.session) ?? 0) + bytes);
  }
  return held;
}

/** Chooses the connection that holds most, of those that aren't known if they hold more than the others do. */
function chooseSession(held: Held): Http2Session | undefined {
  const newcomers = new Map([...held].filter(([session]) => !isKnown(session)));
  const ofNewcomers = sum(newcomers);
  return findGreatest(ofNewcomers > sum(held) - ofNewcomers ? newcomers : held);
}

function sum(held: Held): number {
  let bytes = 0;
  for (const each of held.values()) bytes += each;
  return bytes;
}

/** Finds the connection that holds most, the first of those that hold as much. */
function findGreatest(held: Held): Http2Session | undefined {
  let greatest: Http2Session | undefined;
  let most = 0;
  for (const [session, bytes] of held) {
    if (bytes <= most) continue;
    greatest = session;
    most = bytes;
  }
  return greatest;
}

/** How much of a large answer its caller has not let the connection take; 0 of others, which may be on their way. */
function unreadBytes({ stream }: OpenCall): number {
  return stream.writableLength > WINDOW_BYTES ? stream.writableLength : 0;
}
