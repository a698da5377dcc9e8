import { WINDOW_BYTES } from '../limits.js';
import type { OpenCall } from './call-ring.js';
import type { OpenCalls } from './open-calls.js';

/** Of what answers may hold together, the part from which on they are made slowly. */
const MUCH = 1 / 2;

/** The answers that their callers don't take. */
export interface UnreadAnswers {
  /** Is to be told of each answer that is larger than a client takes at once. */
  readonly onLargeAnswer: () => void;
  /** Tells whether they held much when the last such answer was made: more would be made only to be let go. */
  readonly areMany: () => boolean;
}

/** Bounds what answers hold together that their callers don't take: beyond so many bytes, the oldest is let go. */
export function boundAnswers(calls: OpenCalls, mostBytes: number): UnreadAnswers {
  let isAsked = false;
  let areMany = false;

  const dropUnread = () => {
    isAsked = false;
    let unread = calls.timed.sum(unreadBytes);
    areMany = unread > mostBytes * MUCH;
    while (unread > mostBytes) {
      const call = calls.timed.find((each) => unreadBytes(each) > 0);
      if (call === undefined) return;
      unread -= unreadBytes(call);
      calls.crowdOut(call);
    }
  };

  return {
    onLargeAnswer() {
      // Once it is with the stream; once for all of a turn.
      if (!isAsked) setImmediate(dropUnread);
      isAsked = true;
    },
    areMany: () => areMany,
  };
}

/** How much of a large answer its caller has not let the connection take; 0 of others, which may be on their way. */
function unreadBytes({ stream }: OpenCall): number {
  return stream.writableLength > WINDOW_BYTES ? stream.writableLength : 0;
}
