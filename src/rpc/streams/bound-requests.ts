import type { ServerHttp2Stream } from 'node:http2';
import { status } from '@grpc/grpc-js';
import type { OpenCall } from './call-ring.js';
import { MessageCounter } from './message-counter.js';
import type { OpenCalls } from './open-calls.js';
import { isKnown } from './standing.js';

/** As long as so few calls are open, what their requests hold is within bounds, and nobody looks at those of known connections. */
const FEW_CALLS = 16;

/**
 * How many messages may come in one piece of a request: grpc-js reads all of them at once, which for a piece of 16 KB that
 * is empty messages takes a megabyte. A client of reflection sends a few at once; the other rpcs take one in all.
 */
const PIECE_MESSAGES = 64;

/** The same while few calls are open: a tool that asks reflection for all that it knows has the time of others. */
const ALONE_MESSAGES = 1_024;

/**
 * Bounds what the requests of all calls hold together: beyond so many bytes, the oldest call that holds some is ended. A request of
 * more messages at once than any client has a use for is ended before they are read.
 *
 * @returns is to be told of a call that begins, before anybody reads of its stream
 */
export function boundRequests(calls: OpenCalls, mostBytes: number): (call: OpenCall) => void {
  function onData(this: ServerHttp2Stream, piece: Buffer): void {
    const call = calls.find(this);
    if (call === undefined) return;
    calls.countBytes(call, piece.length);
    call.messages ??= new MessageCounter();
    const most = calls.timed.size > FEW_CALLS ? PIECE_MESSAGES : ALONE_MESSAGES;
    if (call.messages.count(piece, most) > most) {
      const details = `a request sends at most ${most} messages in one piece`;
      calls.end(call, { code: status.RESOURCE_EXHAUSTED, details });
    }
    while (calls.requestBytes > mostBytes) calls.crowdOut(calls.timed.find((each) => each.requestBytes > 0));
  }

  return ({ stream, session }) => {
    if (calls.timed.size > FEW_CALLS || !isKnown(session)) stream.prependListener('data', onData);
  };
}
