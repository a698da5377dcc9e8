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
  readonly limitMs: number;
  /** The rpcs that may take as long as they like. */
  readonly exempt: ReadonlySet<string>;
  readonly log: Log;
}

/** Calls that began in the same quarter of the limit are looked at together: a timer for each would cost every call. */
const QUARTERS = 4;

/** The calls that are open, and their rpcs. */
type OpenCalls = Map<ServerInterceptingCallInterface, string>;

const NONE: OpenCalls = new Map();

/**
 * Ends a call that takes too long, whoever is slow: a caller whose request never comes whole, the service, or a caller
 * who doesn't read the answer, which is kept in memory until then. Who has no answer yet gets DEADLINE_EXCEEDED.
 *
 * Must be the first of the interceptors: it takes the stream from grpc-js' own call, in a field that is not public. There
 * is no other way to it, and without resetting the stream an answer that nobody reads is never let go.
 */
export function limitCallTime({ limitMs, exempt, log }: CallTimeOptions): ServerInterceptor {
  let current: OpenCalls = new Map();
  let generations: OpenCalls[] = [current];
  let timer: NodeJS.Timeout | undefined;

  const turn = () => {
    const overdue = generations.length > QUARTERS ? generations.shift() : undefined;
    for (const [call, rpc] of overdue ?? NONE) {
      if (streamOf(call).destroyed) continue;
      log.warn({ rpc, peer: call.getPeer(), limit_ms: limitMs }, 'a call was ended that took too long');
      endCall(call, limitMs);
    }
    current = new Map();
    generations.push(current);
    if (generations.some(({ size }) => size > 0)) return;
    clearInterval(timer);
    timer = undefined;
    generations = [current];
  };

  return function limitCallTimeInterceptor({ path }, call) {
    if (!exempt.has(path)) {
      const began = current;
      began.set(call, path);
      streamOf(call).once('close', () => began.delete(call));
      timer ??= setInterval(turn, limitMs / QUARTERS).unref();
    }
    // It has nothing to change in what passes, and so it adds nothing to what a call passes.
    return call as unknown as ServerInterceptingCall;
  };
}

function endCall(call: ServerInterceptingCallInterface, limitMs: number): void {
  const stream = streamOf(call);
  if (!stream.headersSent) {
    const details = `the call took longer than ${limitMs / 1000} s, which is the most that a call may take`;
    call.sendStatus({ code: status.DEADLINE_EXCEEDED, details, metadata: null });
  }
  stream.close(constants.NGHTTP2_CANCEL);
}

function streamOf(call: ServerInterceptingCallInterface): ServerHttp2Stream {
  return (call as ServerInterceptingCallInterface & { stream: ServerHttp2Stream }).stream;
}
