import type { Http2Session, IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import { Turns } from '../../turns/turns.js';
import type { OpenCall } from './call-ring.js';
import type { OpenCalls } from './open-calls.js';
import { isKnown } from './standing.js';

/** Has the call of a stream begin. */
export type BeginCall = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => void;

/** How calls begin. */
export interface BeginOptions {
  readonly calls: OpenCalls;
  /** How many may wait. */
  readonly waiting: number;
  /** Is told of each before it begins. */
  readonly onBegin: (call: OpenCall) => void;
  /** Is told when one of a newcomer waits. */
  readonly onWait: () => void;
}

/** How many calls begin in one turn of the event loop, which then takes some milliseconds, and of one connection. Most turns have less to begin. */
const KNOWN = { perTurn: 128, perSource: 32 };

/**
 * The same of all newcomers, whose calls may all be a flood: a sixth of the time, at 0.1 to 0.2 ms for each, so that what they
 * do neither fills a turn nor keeps the garbage collector busy.
 */
const NEWCOMERS = { perTurn: 8, perSource: 8, pauseMs: 5 };

/** Has calls begin in turns. */
export interface BeginningCalls {
  /** How many calls of newcomers wait. */
  readonly newcomersWaiting: number;
  begin(call: OpenCall, headers: IncomingHttpHeaders, begin: BeginCall): void;
  /** Has the calls of a connection that has become known wait among those of its like. */
  promote(session: Http2Session): void;
}

/**
 * Has calls that come all at once begin in turns, so many of each connection as of the others: of a piece of what a socket has
 * sent, which may be thousands of calls, others wait for a few. One that was broken off meanwhile never begins.
 *
 * Connections that are known don't wait for newcomers.
 */
export function beginInTurns({ calls, waiting, onBegin, onWait }: BeginOptions): BeginningCalls {
  const known = new Turns({ ...KNOWN, waiting });
  const newcomers = new Turns({ ...NEWCOMERS, waiting });

  const beginNow = (call: OpenCall, headers: IncomingHttpHeaders, begin: BeginCall) => {
    call.hasBegun = true;
    onBegin(call);
    calls.makeRoomFor(call, known.size + newcomers.size);
    begin(call.stream, headers);
  };

  const beginLater = (turns: Turns, call: OpenCall, headers: IncomingHttpHeaders, begin: BeginCall) => {
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
    if (turns === newcomers) onWait();
  };

  return {
    get newcomersWaiting() {
      return newcomers.size;
    },
    begin(call, headers, begin) {
      const turns = isKnown(call.session) ? known : newcomers;
      if (turns.take(call.session)) beginNow(call, headers, begin);
      else beginLater(turns, call, headers, begin);
    },
    promote(session) {
      for (const work of newcomers.release(session)) known.add(session, work);
    },
  };
}
