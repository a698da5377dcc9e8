import { WINDOW_BYTES } from '../limits.js';
import type { OpenCall } from './call-ring.js';
import type { OpenCalls } from './open-calls.js';

/**
 * Bounds what answers hold together that their callers don't take: beyond so many bytes, the oldest is let go.
 *
 * @returns is to be told of each answer that is larger than a client takes at once
 */
export function boundAnswers(calls: OpenCalls, mostBytes: number): () => void {
  let isAsked = false;

  const dropUnread = () => {
    isAsked = false;
    let unread = calls.timed.sum(unreadBytes);
    while (unread > mostBytes) {
      const call = calls.timed.find((each) => unreadBytes(each) > 0);
      if (call === undefined) return;
      unread -= unreadBytes(call);
      calls.crowdOut(call);
    }
  };

  return () => {
    // Once it is with the stream; once for all of a turn.
    if (!isAsked) setImmediate(dropUnread);
    isAsked = true;
  };
}

/** How much of a large answer its caller has not let the connection take; 0 of others, which may be on their way. */
function unreadBytes({ stream }: OpenCall): number {
  return stream.writableLength > WINDOW_BYTES ? stream.writableLength : 0;
}
