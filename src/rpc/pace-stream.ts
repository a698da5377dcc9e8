import { EventEmitter } from 'node:events';
import { status, type handleBidiStreamingCall, type ServerDuplexStream } from '@grpc/grpc-js';

type Stream = ServerDuplexStream<unknown, unknown>;

/**
 * Holds a handler that answers each request of a stream at once to the pace of its caller: the next request is read when
 * the last answer was taken. A stream of more requests than `limit` ends as RESOURCE_EXHAUSTED.
 */
export function paceStream(
  handler: handleBidiStreamingCall<unknown, unknown>,
  limit: number,
): handleBidiStreamingCall<unknown, unknown> {
  return (stream) => {
    handler(new PacedStream(stream, limit) as unknown as Stream);
  };
}

/** As much of a stream as such a handler uses: `data`, `end`, `write()` and `end()`. */
class PacedStream extends EventEmitter {
  readonly #stream: Stream;

  constructor(stream: Stream, limit: number) {
    super();
    this.#stream = stream;
    let requests = 0;
    const read = (request: unknown) => {
      stream.pause();
      requests += 1;
      if (requests <= limit) this.emit('data', request);
      else stream.emit('error', { code: status.RESOURCE_EXHAUSTED, details: tooMany(limit) });
    };
    stream.on('data', read);
    stream.on('end', () => this.emit('end'));
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
