import { type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { status } from '@grpc/grpc-js';
import { OrgmetaError } from '../../domain/errors.js';
import type { Log } from '../../telemetry/log.js';
import { toStatus } from '../../wire/status.js';
import type { Limits } from '../limits.js';
import { peerOf } from '../peer-of.js';
import { CallRing, type OpenCall } from './call-ring.js';
import { endStream, type Ending } from './end-stream.js';

/** What bounds calls, and which of them may last. */
export interface OpenCallsOptions {
  readonly limits: Pick<Limits, 'callMs' | 'calls' | 'watches'>;
  /** The rpcs that are served. */
  readonly rpcs: { has(path: string): boolean };
  /** Those of them that may take as long as their caller likes. */
  readonly lasting: ReadonlySet<string>;
  readonly log: Log;
}

/** Made once: of a crowd, thousands a second may end with it. */
const CROWDED_OUT = makeCrowdedOut();

const OPEN_CALL = Symbol('open call');

type CalledStream = ServerHttp2Stream & { [OPEN_CALL]?: OpenCall };

/** How many times in the time of a call those that are open are looked at: a timer for each would cost every call. */
const LOOKS = 4;

/** The calls that are open, on all connections. One that takes longer than its time is ended, and of too many the oldest are. */
export class OpenCalls {
  readonly #options: OpenCallsOptions;
  /** Those that may not last. */
  readonly timed = new CallRing();
  readonly #lasting = new CallRing();
  #looks = 0;
  #crowdedOut = 0;
  #requestBytes = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: OpenCallsOptions) {
    this.#options = options;
  }

  /** How many bytes of requests they hold, as far as those were counted. */
  get requestBytes(): number {
    return this.#requestBytes;
  }

  /** Takes in the call of a stream that has just come. */
  add(stream: CalledStream, session: OpenCall['session'], headers: IncomingHttpHeaders): OpenCall {
    const { limits, lasting } = this.#options;
    const path = headers[':path'] ?? '';
    const call = (lasting.has(path) ? this.#lasting : this.timed).add(stream, session, path, this.#looks);
    stream[OPEN_CALL] = call;
    this.#timer ??= setInterval(this.#look, limits.callMs / LOOKS).unref();
    return call;
  }

  /** Gives the call of a stream, which may be open no more. */
  of(stream: CalledStream): OpenCall | undefined {
    return stream[OPEN_CALL];
  }

  /** Finds the call of a stream, as long as it is open. */
  find(stream: CalledStream): OpenCall | undefined {
    const call = this.of(stream);
    return call?.ring.has(call) ? call : undefined;
  }

  /** Counts bytes of a call's request, until it is open no more. */
  countBytes(call: OpenCall, bytes: number): void {
    call.requestBytes += bytes;
    this.#requestBytes += bytes;
  }

  /**
   * Has a call be read and answered. If too many are then, one has to go: the oldest whose request is not whole, or the oldest of those that
   * may last.
   */
  begin(call: OpenCall): void {
    const { limits } = this.#options;
    call.ring.begin(call);
    // Of the call that has just come, the request is on its way.
    if (this.timed.begun > limits.calls) this.crowdOut(this.timed.find((each) => each !== call && isUnfinished(each)));
    if (this.#lasting.begun > limits.watches)
      this.crowdOut(this.#lasting.find((each) => each !== call && each.hasBegun));
  }

  /** Counts a call no more; one that isn't counted already stays so. */
  forget(call: OpenCall): void {
    call.ring.delete(call);
    this.#requestBytes -= call.requestBytes;
    call.requestBytes = 0;
  }

  /** Ends a call, with a status if it has no answer yet. */
  end(call: OpenCall, ending: Ending): void {
    call.wasEnded = true;
    this.forget(call);
    endStream(call.stream, ending);
  }

  /** Ends a call to make room for others. */
  crowdOut(call: OpenCall | undefined): void {
    if (call === undefined) return;
    this.#crowdedOut += 1;
    this.end(call, CROWDED_OUT);
  }

  readonly #look = (): void => {
    const { log, rpcs, limits } = this.#options;
    this.#looks += 1;
    for (let call = this.timed.oldest; call && this.#looks - call.look > LOOKS; call = this.timed.oldest) {
      const rpc = rpcs.has(call.path) ? call.path : 'unknown';
      log.warn(
        { rpc, peer: peerOf(call.stream.session?.socket), call_ms: limits.callMs },
        'a call was ended that took too long',
      );
      const details = `the call took longer than ${limits.callMs / 1000} s, which is the most that a call may take`;
      this.end(call, { code: status.DEADLINE_EXCEEDED, details });
    }
    if (this.#crowdedOut > 0) {
      log.warn({ ended: this.#crowdedOut }, 'calls were ended: as much of calls as allowed was open');
    }
    this.#crowdedOut = 0;
    if (this.timed.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  };
}

function makeCrowdedOut(): Ending {
  const details = 'the service has as many calls open as it allows; try again later';
  const { code, metadata } = toStatus(new OrgmetaError('SERVICE_BUSY', details));
  return { code, details, trailers: metadata.toHttp2Headers() };
}

function isUnfinished({ stream, hasBegun }: OpenCall): boolean {
  return hasBegun && !stream.readableEnded;
}
