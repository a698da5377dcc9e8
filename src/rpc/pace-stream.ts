import { EventEmitter } from 'node:events';
import { status, type handleBidiStreamingCall, type ServerDuplexStream } from '@grpc/grpc-js';
import type { Turns } from '../turns/turns.js';
import { connectionOf } from './connection-of.js';

type Stream = ServerDuplexStream<unknown, unknown>;

/** What a stream is held to. */
export interface Pace {
  /** The most requests of one stream. */
  readonly limit: number;
  /** In which its requests are answered. */
  readonly turns: Turns;
}

/**
 * Holds a handler that answers each request of a stream at once to the pace of its caller, and of other callers: the next
 * request is read when the last answer was taken. A stream of more requests than the limit ends as RESOURCE_EXHAUSTED.
 */
export function paceStream(
  handler: handleBidiStreamingCall<unknown, unknown>,
  pace: Pace,
): handleBidiStreamingCall<unknown, unknown> {
  return (stream) => {
    handler(new PacedStream(stream, pace) as unknown as Stream);
  };
}

/** As much of a stream as such a handler uses: `data`, `end`, `write()` and `end()`. */
class PacedStream extends EventEmitter {
  readonly #stream: Stream;

  constructor(stream: Stream, { limit, turns }: Pace) {
    super();
    this.#stream = stream;
    let requests = 0;
    let turn: Promise<void> | undefined;
    const answer = (request: unknown) => {
      requests += 1;
      if (requests <= limit) this.emit('data', request);
      else stream.emit('error', { code: status.RESOURCE_EXHAUSTED, details: tooMany(limit) });
    };
    const end = () => {
      if (requests <= limit) this.emit('end');
    };
    stream.on('data', (request: unknown) => {
      stream.pause();
      turn = turns.wait(connectionOf(stream));
      if (turn === undefined) answer(request);
      else
        void turn.then(() => {
          if (!stream.cancelled) answer(request);
        });
    });
    stream.on('end', () => {
      // The end comes also to a stream that is paused, and the last request may still wait for its turn.
      if (turn === undefined) end();
      else void turn.then(end);
    });
  }

  write(answer: unknown): void {
    this.#stream.write(answer, () => this.#stream.resume());
  }

  end(): void {
    this.#stream.end();
  }
}

function tooMany(limit: number): string {
  return `a stream takes at most ${limit} requests; go on with a new one`;
}
