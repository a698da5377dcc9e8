import { constants, type Http2Session, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { Limits } from '../limits.js';
import { beginInTurns, type BeginCall } from './begin-in-turns.js';
import { boundAnswers } from './bound-answers.js';
import { boundRequests } from './bound-requests.js';
import type { OpenCall } from './call-ring.js';
import { countBreak } from './count-break.js';
import { OpenCalls, type OpenCallsOptions } from './open-calls.js';
import { ReadingGate } from './reading-gate.js';
import { countEnd, isKnown, wentWell } from './standing.js';

/** What is limited, and how. */
export interface StreamLimitOptions extends OpenCallsOptions {
  readonly limits: Pick<
    Limits,
    'callMs' | 'calls' | 'watches' | 'openRequestBytes' | 'unreadAnswerBytes' | 'streams' | 'crowdedStreams'
  >;
}

const ALLOWED = Symbol('allowed streams');

/** Is told of each stream of HTTP/2 that begins, and lets its call begin when it may. `rawHeaders` are names and values in turn. */
export type OnStream = (
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  begin: BeginCall,
  rawHeaders: readonly string[],
) => void;

type LimitedSession = Http2Session & { [ALLOWED]?: number };

/** How many calls of newcomers may wait before none of these is read on. */
const NEWCOMERS_WAITING = 512;

/** What limits streams, and so knows the calls that are open. */
export interface StreamLimit {
  /** Is to be told of each connection, before anything of it is read. */
  readonly onSession: (session: Http2Session) => void;
  readonly onStream: OnStream;
  /** Is to be told of each answer that is larger than a client takes at once. */
  readonly onLargeAnswer: () => void;
  /** Resolves once no call is open, those that may last aside: each was answered, and its answer is with the system. */
  readonly untilNoCallIsOpen: () => Promise<void>;
}

/**
 * Bounds what streams take together, also those that no interceptor sees, since their rpc is unknown.
 *
 * - Calls that come all at once begin in turns: {@link beginInTurns}.
 * - A connection of which no call has gone well, lately more than not, is a newcomer ({@link isKnown}): it may have fewer calls open,
 *   these begin in turns of their own, and if too many wait, newcomers are not read ({@link ReadingGate}).
 * - A call that takes longer than its time is ended, whoever is slow: a caller whose request never comes whole, the service,
 *   or a caller who doesn't read the answer, which is kept in memory until then. Who has no answer yet gets DEADLINE_EXCEEDED.
 * - Beyond the number of calls, the oldest whose request is not whole is ended (`SERVICE_BUSY`): it is the least likely to be one of
 *   a client that means well. Beyond the bytes of requests that are under way, the oldest that holds some: {@link boundRequests}.
 * - Beyond the number of bytes of answers that their callers don't take, the oldest such answer is let go.
 * - A call that was answered before its request was whole is over: grpc-js leaves its stream open.
 * - A request of more messages at once than any client has a use for is ended before they are read.
 * - A connection whose client breaks off more calls than any that means well is closed.
 */
export function limitStreams(options: StreamLimitOptions): StreamLimit {
  const { limits } = options;
  const calls = new OpenCalls(options);
  const onBegin = boundRequests(calls, limits.openRequestBytes);
  const beginning = beginInTurns({
    calls,
    waiting: limits.calls,
    onBegin,
    onWait: () => {
      gate.check();
    },
  });
  const gate = new ReadingGate({
    waiting: () => beginning.newcomersWaiting,
    most: NEWCOMERS_WAITING,
    onCrowded: (session) => {
      allowStreams(session, limits.crowdedStreams, limits.streams);
    },
  });
  let last: OpenCall | undefined;

  const forgetBroken = (call: OpenCall) => {
    calls.forget(call);
    countBreak(call.session);
  };

  function onClose(this: ServerHttp2Stream): void {
    const call = calls.of(this);
    if (call === undefined) return;
    judge(call.session, wentWell(this));
    if (!call.ring.has(call)) return;
    if (isReset(this) || !this.readableEnded) forgetBroken(call);
    else calls.forget(call);
  }

  const judge = (session: Http2Session, isWell: boolean) => {
    if (!countEnd(session, isWell) || session.destroyed) return;
    if (!isKnown(session)) {
      gate.add(session);
      return;
    }
    allowStreams(session, limits.streams, limits.streams);
    gate.delete(session);
    beginning.promote(session);
  };

  function onFinish(this: ServerHttp2Stream): void {
    // What came in the same packet as the headers is yet to be looked at.
    if (!this.readableEnded && !this.closed) setImmediate(closeUnfinished, this);
  }

  const closeUnfinished = (stream: ServerHttp2Stream) => {
    const call = calls.find(stream);
    if (call === undefined || stream.closed || stream.readableEnded) return;
    calls.forget(call);
    stream.close(constants.NGHTTP2_NO_ERROR);
  };

  return {
    onStream(stream, headers, begin) {
      const { session } = stream;
      if (session === undefined || stream.destroyed) return;
      // Node tells of a stream's end once it has read a whole piece of what a socket sent, which may hold thousands of calls.
      if (last?.stream.closed && isReset(last.stream) && last.ring.has(last)) forgetBroken(last);
      last = calls.add(stream, session, headers);
      stream.once('close', onClose);
      stream.once('finish', onFinish);
      beginning.begin(last, headers, begin);
    },
    onSession(session) {
      gate.add(session);
      session.socket.once('end', () => {
        if (!isKnown(session)) gate.countEnd();
      });
      session.once('close', () => {
        gate.delete(session);
      });
    },
    onLargeAnswer: boundAnswers(calls, limits.unreadAnswerBytes),
    untilNoCallIsOpen: () => calls.timed.untilEmpty(),
  };
}

/** Allows a connection so many streams, unless it has them allowed. */
function allowStreams(session: LimitedSession, streams: number, usual: number): void {
  if (session.destroyed || (session[ALLOWED] ?? usual) === streams) return;
  session[ALLOWED] = streams;
  session.settings({ maxConcurrentStreams: streams });
}

function isReset({ rstCode }: ServerHttp2Stream): boolean {
  return rstCode !== constants.NGHTTP2_NO_ERROR;
}
