import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import { Turns } from '../../turns/turns.js';
import type { OpenCall } from './call-ring.js';
import type { OpenCalls } from './open-calls.js';

/** Has the call of a stream begin. */
export type BeginCall = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => void;

/** How calls begin. */
export interface BeginOptions {
  readonly calls: OpenCalls;
  /** How many may wait. */
  readonly waiting: number;
  /** Is told of each before it begins. */
  readonly onBegin: (call: OpenCall) => void;
}

/** How many calls begin in one turn of the event loop, which then takes some milliseconds. Most have less to begin. */
const PER_TURN = 128;

/** How many of one connection: its calls would otherwise be all that others wait for. */
const PER_CONNECTION = 32;

/**
 * Has calls that come all at once begin in turns, so many of each connection as of the others: of a piece of what a socket has
 * sent, which may be thousands of calls, others wait for a few. One that was broken off meanwhile never begins.
 */
export function beginInTurns({ calls, waiting, onBegin }: BeginOptions) {
  const turns = new Turns({ perTurn: PER_TURN, perSource: PER_CONNECTION, waiting });

  const beginNow = (call: OpenCall, headers: IncomingHttpHeaders, begin: BeginCall) => {
    call.hasBegun = true;
    onBegin(call);
    calls.makeRoomFor(call, turns.size);
    begin(call.stream, headers);
  };

  const beginLater = (call: OpenCall, headers: IncomingHttpHeaders, begin: BeginCall) => {
    const { stream, session } = call;
    // Otherwise grpc-js listens to it, and without a listener an error ends the process.
    stream.on('error', () => undefined);
    if (turns.isFullFor(session)) {
      calls.crowdOut(call);
      return;
    }
    turns.add(session, () => {
      const isOpen = call.ring.has(call) && !stream.closed;
      if (isOpen) beginNow(call, headers, begin);
      // Nobody reads what came of it, which would keep it.
      else stream.destroy();
      return isOpen;
    });
  };

  return (call: OpenCall, headers: IncomingHttpHeaders, begin: BeginCall): void => {
    if (turns.take(call.session)) beginNow(call, headers, begin);
    else beginLater(call, headers, begin);
  };
}
