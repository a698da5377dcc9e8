import { constants, type Http2Session, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { Limits } from '../limits.js';
import { beginInTurns, type BeginCall } from './begin-in-turns.js';
import { boundAnswers } from './bound-answers.js';
import { boundRequests } from './bound-requests.js';
import type { OpenCall } from './call-ring.js';
import { countBreak } from './count-break.js';
import { Newcomers } from './newcomers.js';
import { OpenCalls, type OpenCallsOptions } from './open-calls.js';
import { releaseStreams } from './release-streams.js';
import { keepStopped } from './socket-reading.js';
import { wentWell } from './standing.js';

/** What is limited, and how. */
export interface StreamLimitOptions extends OpenCallsOptions {
  readonly limits: Pick<Limits, 'callMs' | 'calls' | 'watches' | 'openRequestBytes' | 'unreadAnswerBytes'>;
}

/** Is told of each stream of HTTP/2 that begins, and lets its call begin when it may. `rawHeaders` are names and values in turn. */
export type OnStream = (
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  begin: BeginCall,
  rawHeaders: readonly string[],
) => void;

/** What limits streams, and so knows the calls that are open. */
export interface StreamLimit {
  /** Is to be told of each connection, before anything of it is read. */
  readonly onSession: (session: Http2Session) => void;
  /** Is to be told of each stream that was refused and isn't told of otherwise. */
  readonly onRefused: (session: Http2Session) => void;
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
 * - Calls of connections of which none has gone well, or lately few did, begin in turns of their own: {@link Newcomers}.
 * - A call that takes longer than its time is ended, whoever is slow: a caller whose request never comes whole, the service,
 *   or a caller who doesn't read the answer, which is kept in memory until then. Who has no answer yet gets DEADLINE_EXCEEDED.
 * - Beyond the number of calls, the oldest whose request is not whole is ended (`SERVICE_BUSY`): it is the least likely to be one of
 *   a client that means well. Beyond the bytes of requests that are under way, the oldest that holds some: {@link boundRequests}.
 * - Beyond the number of bytes of answers that their callers don't take, one is let go: {@link boundAnswers}.
 * - A call that was answered before its request was whole is over: grpc-js leaves its stream open.
 * - A request of more messages at once than any client has a use for is ended before they are read.
 * - A connection whose client breaks off more calls than any that means well is closed.
 */
export function limitStreams(options: StreamLimitOptions): StreamLimit {
  const { limits } = options;
  const calls = new OpenCalls(options);
  const onBegin = boundRequests(calls, limits.openRequestBytes);
  const newcomers = new Newcomers(limits, options.log);
  const beginning = beginInTurns({
    calls,
    waiting: limits.calls,
    newcomers,
    onBegin,
    onCrowdOut: ({ session }) => {
      judge(session, false);
    },
  });
  let last: OpenCall | undefined;

  const judge = (session: Http2Session, isWell: boolean | undefined) => {
    if (isWell !== undefined && newcomers.judge(session, isWell)) beginning.move(session);
  };

  const forgetBroken = (call: OpenCall) => {
    calls.forget(call);
    countBreak(call.session);
  };

  function onClose(this: ServerHttp2Stream): void {
    const call = calls.of(this);
    if (call === undefined) return;
    keepStopped(call.session);
    judge(call.session, wentWell(call));
    if (!call.ring.has(call)) return;
    if (isReset(this) || !this.readableEnded) forgetBroken(call);
    else calls.forget(call);
  }

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
      if (session === undefined || stream.destroyed || stream.closed) {
        discard(stream);
        return;
      }
      // Node tells of a stream's end once it has read a whole piece of what a socket sent, which may hold thousands of calls.
      if (last?.stream.closed && isReset(last.stream) && last.ring.has(last)) forgetBroken(last);
      last = calls.add(stream, session, headers);
      stream.once('close', onClose);
      stream.once('finish', onFinish);
      beginning.begin(last, headers, begin);
    },
    onSession(session) {
      releaseStreams(session);
      newcomers.add(session);
    },
    onRefused(session) {
      judge(session, false);
      newcomers.countRefusal(session);
    },
    onLargeAnswer: boundAnswers(calls, limits.unreadAnswerBytes),
    untilNoCallIsOpen: () => calls.timed.untilEmpty(),
  };
}

/** Lets go of a stream that has ended before anybody was told of it: its error may be yet to come, and would end the process. */
function discard(stream: ServerHttp2Stream): void {
  stream.on('error', () => undefined);
  stream.destroy();
}

function isReset({ rstCode }: ServerHttp2Stream): boolean {
  return rstCode !== constants.NGHTTP2_NO_ERROR;
}
