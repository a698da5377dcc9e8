import { constants, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { status } from '@grpc/grpc-js';
import type { Log } from '../telemetry/log.js';
import { CallRing, type OpenCall } from './call-ring.js';
import { countBreak } from './count-break.js';
import { WINDOW_BYTES, type Limits } from './limits.js';
import { MessageCounter } from './message-counter.js';
import { Turns } from './turns.js';

/** What is limited, and how. */
export interface StreamLimitOptions {
  readonly limits: Pick<Limits, 'callMs' | 'calls' | 'watches' | 'openRequestBytes' | 'unreadAnswerBytes'>;
  /** The rpcs that are served. */
  readonly rpcs: { has(path: string): boolean };
  /** Those of them that may take as long as their caller likes. */
  readonly lasting: ReadonlySet<string>;
  readonly log: Log;
}

/** Has the call of a stream begin. */
export type BeginCall = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => void;

/** Is told of each stream of HTTP/2 that begins, and lets its call begin when it may. */
export type OnStream = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders, begin: BeginCall) => void;

/** What limits streams, and so knows the calls that are open. */
export interface StreamLimit {
  readonly onStream: OnStream;
  /** Is to be told of each answer that is larger than a client takes at once. */
  readonly onLargeAnswer: () => void;
  /** Resolves once no call is open, those that may last aside: each was answered, and its answer is with the system. */
  readonly untilNoCallIsOpen: () => Promise<void>;
}

/** How many times in the time of a call those that are open are looked at: a timer for each would cost every call. */
const LOOKS = 4;

/** As long as so few calls are open, what their requests hold is within bounds, and nobody looks at it. */
const FEW_CALLS = 16;

/**
 * How many messages may come in one piece of a request: grpc-js reads all of them at once, which for a piece of 16 KB that
 * is empty messages takes a megabyte. A client of reflection sends a few at once; the other rpcs take one in all.
 */
const PIECE_MESSAGES = 64;

/** How many calls begin in one turn of the event loop, which then takes some milliseconds. Most have less to begin. */
const CALLS_PER_TURN = 128;

const OPEN_CALL = Symbol('open call');

type LimitedStream = ServerHttp2Stream & { [OPEN_CALL]?: OpenCall };

/**
 * Bounds what streams take together, also those that no interceptor sees, since their rpc is unknown.
 *
 * - Calls that come all at once begin in turns, so many of each connection as of the others: of a piece of what a socket has
 *   sent, which may be thousands of calls, others wait for a few. One that was broken off meanwhile never begins.
 * - A call that takes longer than its time is ended, whoever is slow: a caller whose request never comes whole, the service,
 *   or a caller who doesn't read the answer, which is kept in memory until then. Who has no answer yet gets DEADLINE_EXCEEDED.
 * - Beyond the number of calls, or of the bytes of requests that are under way, the oldest call whose request is not whole is
 *   ended (RESOURCE_EXHAUSTED): it is the least likely to be one of a client that means well.
 * - Beyond the number of bytes of answers that their callers don't take, the oldest such answer is let go.
 * - A call that was answered before its request was whole is over: grpc-js leaves its stream open.
 * - A request of more messages at once than any client has a use for is ended before they are read.
 * - A connection whose client breaks off more calls than any that means well is closed.
 */
export function limitStreams({ limits, rpcs, lasting, log }: StreamLimitOptions): StreamLimit {
  const calls = new CallRing();
  const watches = new CallRing();
  const turns = new Turns(CALLS_PER_TURN, limits.calls);
  let looks = 0;
  let crowdedOut = 0;
  let requestBytes = 0;
  let isDropping = false;
  let timer: NodeJS.Timeout | undefined;
  let last: OpenCall | undefined;

  const nameRpc = ({ path }: OpenCall) => (rpcs.has(path) ? path : 'unknown');

  const look = () => {
    looks += 1;
    for (let open = calls.oldest; open !== undefined && looks - open.look > LOOKS; open = calls.oldest) {
      log.warn(
        { rpc: nameRpc(open), peer: peerOf(open.stream), call_ms: limits.callMs },
        'a call was ended that took too long',
      );
      const details = `the call took longer than ${limits.callMs / 1000} s, which is the most that a call may take`;
      end(open, status.DEADLINE_EXCEEDED, details);
    }
    if (crowdedOut > 0) log.warn({ ended: crowdedOut }, 'calls were ended: as much of calls as allowed was open');
    crowdedOut = 0;
    if (calls.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  const end = (open: OpenCall, code: status, details: string) => {
    forget(open);
    endStream(open.stream, code, details);
  };

  const crowdOut = (open: OpenCall | undefined) => {
    if (open === undefined) return;
    crowdedOut += 1;
    end(open, status.RESOURCE_EXHAUSTED, 'the service has as many calls open as it allows; try again later');
  };

  const forget = (open: OpenCall) => {
    open.ring.delete(open);
    requestBytes -= open.requestBytes;
    open.requestBytes = 0;
  };

  function onClose(this: LimitedStream): void {
    const open = this[OPEN_CALL];
    if (!open?.ring.has(open)) return;
    forget(open);
    if (this.rstCode !== constants.NGHTTP2_NO_ERROR || !this.readableEnded) countBreak(open.session);
  }

  /** Node tells of a stream's end once it has read a whole piece of what a socket sent, which may hold thousands of calls. */
  const countIfBroken = (open: OpenCall) => {
    if (!open.stream.closed || open.stream.rstCode === constants.NGHTTP2_NO_ERROR || !open.ring.has(open)) return;
    forget(open);
    countBreak(open.session);
  };

  function onFinish(this: LimitedStream): void {
    // What came in the same packet as the headers is yet to be looked at.
    if (!this.readableEnded && !this.closed) setImmediate(closeUnfinished, this);
  }

  const closeUnfinished = (stream: LimitedStream) => {
    const open = stream[OPEN_CALL];
    if (open === undefined || stream.closed || stream.readableEnded) return;
    forget(open);
    stream.close(constants.NGHTTP2_NO_ERROR);
  };

  function onData(this: LimitedStream, piece: Buffer): void {
    const open = this[OPEN_CALL];
    if (!open?.ring.has(open)) return;
    open.requestBytes += piece.length;
    requestBytes += piece.length;
    open.messages ??= new MessageCounter();
    if (open.messages.count(piece) > PIECE_MESSAGES) {
      end(open, status.RESOURCE_EXHAUSTED, `a request sends at most ${PIECE_MESSAGES} messages in one piece`);
    }
    while (requestBytes > limits.openRequestBytes) crowdOut(calls.find((each) => each.requestBytes > 0));
  }

  const dropUnread = () => {
    isDropping = false;
    let unread = calls.sum(unreadBytes);
    while (unread > limits.unreadAnswerBytes) {
      const open = calls.find((each) => unreadBytes(each) > 0);
      if (open === undefined) return;
      unread -= unreadBytes(open);
      crowdOut(open);
    }
  };

  const onStream = (stream: LimitedStream, headers: IncomingHttpHeaders, begin: BeginCall) => {
    const { session } = stream;
    if (session === undefined || stream.destroyed) return;
    if (last !== undefined) countIfBroken(last);
    const path = headers[':path'] ?? '';
    const open = (lasting.has(path) ? watches : calls).add(stream, session, path, looks);
    last = open;
    stream[OPEN_CALL] = open;
    stream.once('close', onClose);
    stream.once('finish', onFinish);
    timer ??= setInterval(look, limits.callMs / LOOKS).unref();

    if (turns.take()) beginCall(open, headers, begin);
    else letWait(open, headers, begin);
  };

  const letWait = (open: OpenCall, headers: IncomingHttpHeaders, begin: BeginCall) => {
    const { stream, session } = open;
    // Otherwise grpc-js listens to it, and without a listener an error ends the process.
    stream.on('error', () => undefined);
    if (turns.isFullFor(session)) crowdOut(open);
    else turns.add(session, () => beginWaiting(open, headers, begin));
  };

  const beginWaiting = (open: OpenCall, headers: IncomingHttpHeaders, begin: BeginCall) => {
    const { stream } = open;
    if (!open.ring.has(open) || stream.closed) {
      // Nobody reads what came of it, which would keep it.
      stream.destroy();
      return false;
    }
    beginCall(open, headers, begin);
    return true;
  };

  const beginCall = (open: OpenCall, headers: IncomingHttpHeaders, begin: BeginCall) => {
    open.hasBegun = true;
    // Before grpc-js, which reads what comes.
    if (calls.size > FEW_CALLS) open.stream.prependListener('data', onData);
    // Of the call that has just come, the request is on its way.
    if (calls.size - turns.size > limits.calls) crowdOut(calls.find((each) => each !== open && isUnfinished(each)));
    if (watches.size > limits.watches) crowdOut(watches.oldest);
    begin(open.stream, headers);
  };

  return {
    onStream,
    onLargeAnswer: () => {
      // Once it is with the stream; once for all of a turn.
      if (!isDropping) setImmediate(dropUnread);
      isDropping = true;
    },
    untilNoCallIsOpen: () => calls.untilEmpty(),
  };
}

function endStream(stream: ServerHttp2Stream, code: status, details: string): void {
  if (!stream.headersSent && !stream.destroyed) {
    const headers = { ':status': 200, 'content-type': 'application/grpc+proto' };
    stream.respond({ ...headers, 'grpc-status': code, 'grpc-message': details }, { endStream: true });
  }
  // Node keeps back a CANCEL of a stream whose frames it is reading.
  stream.close(constants.NGHTTP2_ENHANCE_YOUR_CALM);
}

function isUnfinished({ stream, hasBegun }: OpenCall): boolean {
  return hasBegun && !stream.readableEnded;
}

/** How much of a large answer its caller has not let the connection take; 0 of others, which may be on their way. */
function unreadBytes({ stream }: OpenCall): number {
  return stream.writableLength > WINDOW_BYTES ? stream.writableLength : 0;
}

function peerOf({ session }: ServerHttp2Stream): string {
  const { remoteAddress, remotePort } = session?.socket ?? {};
  return remoteAddress === undefined ? 'unknown' : `${remoteAddress}:${remotePort}`;
}
