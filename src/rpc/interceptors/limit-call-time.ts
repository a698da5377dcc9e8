import { constants, type ServerHttp2Stream } from 'node:http2';
import {
  status,
  type ServerInterceptingCall,
  type ServerInterceptingCallInterface,
  type ServerInterceptor,
} from '@grpc/grpc-js';
import type { Log } from '../../telemetry/log.js';

/** What is limited, and how. */
export interface CallTimeOptions {
  /** The most that a call may take, in milliseconds; it is ended at most a quarter of this later. */
  readonly callMs: number;
  /** The rpcs that may take as long as they like. */
  readonly exempt: ReadonlySet<string>;
  readonly log: Log;
}

/** How many times in this span the calls that are open are looked at: a timer for each would cost every call. */
const LOOKS = 4;

/**
 * An open call in a ring of them, in the order in which they began. Every call comes and goes here, and a Map made a read
 * measurably dearer.
 */
interface OpenCall {
  readonly call: ServerInterceptingCallInterface | undefined;
  readonly rpc: string;
  /** The look before which it began. */
  readonly look: number;
  before: OpenCall;
  after: OpenCall;
  /** Of the ring itself, which is no call: what is to be done once it is empty. */
  onEmpty?: () => void;
}

const OPEN_CALL = Symbol('open call');

type TimedStream = ServerHttp2Stream & { [OPEN_CALL]?: OpenCall | undefined };

/** What limits the time of calls, and so knows those that are open. */
export interface CallTimeLimit {
  readonly interceptor: ServerInterceptor;
  /** Resolves once no call is open, those that are exempt aside: each was answered, and its answer is with the system. */
  readonly untilNoneIsOpen: () => Promise<void>;
}

/**
 * Ends a call that takes too long, whoever is slow: a caller whose request never comes whole, the service, or a caller
 * who doesn't read the answer, which is kept in memory until then. Who has no answer yet gets DEADLINE_EXCEEDED.
 *
 * Must be the first of the interceptors: it takes the stream from grpc-js' own call, in a field that is not public. There
 * is no other way to it, and without resetting the stream an answer that nobody reads is never let go.
 */
export function limitCallTime({ callMs, exempt, log }: CallTimeOptions): CallTimeLimit {
  const ring = { call: undefined, rpc: '', look: 0 } as OpenCall;
  ring.before = ring;
  ring.after = ring;
  let looks = 0;
  let timer: NodeJS.Timeout | undefined;

  const look = () => {
    looks += 1;
    for (let open = ring.after; open.call !== undefined && looks - open.look > LOOKS; open = open.after) {
      log.warn({ rpc: open.rpc, peer: open.call.getPeer(), call_ms: callMs }, 'a call was ended that took too long');
      endCall(open.call, callMs);
      forget.call(streamOf(open.call));
    }
    if (ring.after !== ring) return;
    clearInterval(timer);
    timer = undefined;
  };

  const interceptor: ServerInterceptor = function limitCallTimeInterceptor({ path }, call) {
    if (!exempt.has(path)) {
      const stream = streamOf(call);
      const open = { call, rpc: path, look: looks, before: ring.before, after: ring };
      open.before.after = open;
      ring.before = open;
      stream[OPEN_CALL] = open;
      stream.once('close', forget);
      timer ??= setInterval(look, callMs / LOOKS).unref();
    }
    // It has nothing to change in what passes, and so it adds nothing to what a call passes.
    return call as unknown as ServerInterceptingCall;
  };
  return {
    interceptor,
    untilNoneIsOpen: () =>
      new Promise((resolve) => {
        ring.onEmpty = resolve;
        if (ring.after === ring) resolve();
      }),
  };
}

/** Takes the call of a stream out of its ring. A listener of every stream, and so made once. */
function forget(this: TimedStream): void {
  const open = this[OPEN_CALL];
  if (open === undefined) return;
  this[OPEN_CALL] = undefined;
  open.before.after = open.after;
  open.after.before = open.before;
  // Both ends of what is left are the ring itself.
  if (open.before === open.after) open.before.onEmpty?.();
}

function endCall(call: ServerInterceptingCallInterface, callMs: number): void {
  const stream = streamOf(call);
  if (!stream.headersSent) {
    const details = `the call took longer than ${callMs / 1000} s, which is the most that a call may take`;
    call.sendStatus({ code: status.DEADLINE_EXCEEDED, details, metadata: null });
  }
  stream.close(constants.NGHTTP2_CANCEL);
}

function streamOf(call: ServerInterceptingCallInterface): TimedStream {
  return (call as ServerInterceptingCallInterface & { stream: TimedStream }).stream;
}
