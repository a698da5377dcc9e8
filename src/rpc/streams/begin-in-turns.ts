import type { Http2Session, IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import { Turns } from '../../turns/turns.js';
import type { OpenCall } from './call-ring.js';
import type { OpenCalls } from './open-calls.js';
import type { Newcomers } from './newcomers.js';
import { isKnown } from './standing.js';

/** Has the call of a stream begin. */
export type BeginCall = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => void;

/** How calls begin. */
export interface BeginOptions {
  readonly calls: OpenCalls;
  /** How many of known connections may wait. */
  readonly waiting: number;
  readonly newcomers: Newcomers;
  /** Is told of each before it begins. */
  readonly onBegin: (call: OpenCall) => void;
  /** Is told of each that was refused, since more of its connection waits than its share of all that may. */
  readonly onCrowdOut: (call: OpenCall) => void;
}

/**
 * How many calls of known connections begin in one turn of the event loop, which then takes some milliseconds, and how many of one: its
 * calls would otherwise be all that others wait for. Most turns have less to begin. While somebody calls seldom beside one who calls all
 * the time, turns are short. What answers a row of calls of one connection is written together.
 */
const TURN = { perTurn: 64, perSource: 16, inARow: 8, uneven: { perTurn: 16, perSource: 8 } };

/** Has calls begin in turns. */
export interface BeginningCalls {
  /** Has a call begin that has just come, now or in its turn. */
  begin(call: OpenCall, headers: IncomingHttpHeaders, begin: BeginCall): void;
  /** Has the calls of a connection that has become known, or is so no more, wait among those of its like. */
  move(session: Http2Session): void;
}

/**
 * Has calls that come all at once begin in turns, so many of each connection as of the others: of a piece of what a socket has
 * sent, which may be thousands of calls, others wait for a few. One that was broken off meanwhile never begins.
 *
 * Connections that are known don't wait for newcomers.
 */
export function beginInTurns({ calls, waiting, newcomers, onBegin, onCrowdOut }: BeginOptions): BeginningCalls {
  const known = new Turns({ ...TURN, waiting });

  const beginNow = (call: OpenCall, headers: IncomingHttpHeaders, begin: BeginCall) => {
    onBegin(call);
    calls.begin(call);
    begin(call.stream, headers);
  };

  const beginLater = (turns: Turns, call: OpenCall, headers: IncomingHttpHeaders, begin: BeginCall) => {
    const { stream, session } = call;
    // Otherwise grpc-js listens to it, and without a listener an error ends the process.
    stream.on('error', () => undefined);
    if (turns.isFullFor(session)) {
      calls.crowdOut(call);
      onCrowdOut(call);
      return;
    }
    turns.add(session, () => {
      if (call.ring.has(call) && !stream.closed) beginNow(call, headers, begin);
      // Nobody reads what came of it, which would keep it.
      else stream.destroy();
    });
    if (turns === newcomers.turns) newcomers.onWait(session);
  };

  return {
    begin(call, headers, begin) {
      const turns = isKnown(call.session) ? known : newcomers.turns;
      if (turns.take(call.session)) beginNow(call, headers, begin);
      else beginLater(turns, call, headers, begin);
    },
    move(session) {
      const [from, to] = isKnown(session) ? [newcomers.turns, known] : [known, newcomers.turns];
      const works = from.release(session);
      to.takeOver(session, works);
      if (to === newcomers.turns && works.length > 0) newcomers.onWait(session);
    },
  };
}
