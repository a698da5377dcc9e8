import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { GatewayError } from './gateway-error.js';
import { toRawAnswer } from './raw-answer.js';

/** A request, until its answer is with the system. */
export interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly connection: Connection;
  /** How much its body may hold in memory. */
  readonly bodyBytes: number;
  /** How many times its answer was seen waiting for its visitor. */
  looks: number;
}

/** Whether the request has not come whole, and no answer has begun. */
export function isUnfinished({ incoming, outgoing }: Exchange): boolean {
  return !incoming.complete && !outgoing.headersSent;
}

/**
 * How long a visitor may go on sending after the last answer, in milliseconds: closed while something is unread, a connection
 * is reset, and that answer with it.
 */
const LINGER_MS = 1_000;

/** A connection of a visitor. */
export class Connection {
  readonly socket: Socket;
  /** What is under way on it, in the order of the answers. */
  readonly exchanges = new Set<Exchange>();
  #bytesAtRest = 0;
  #lastWords: GatewayError | undefined;
  #onClosed: () => void = () => undefined;

  constructor(socket: Socket) {
    this.socket = socket;
  }

  /** Whether it takes no more requests. */
  get isEnding(): boolean {
    return this.#lastWords !== undefined;
  }

  /** Has a listener told, maybe twice, once its file is free, which is before the socket says so. */
  onClosed(listener: () => void): void {
    this.#onClosed = listener;
    this.socket.once('close', listener);
  }

  begin(exchange: Exchange): void {
    this.exchanges.add(exchange);
  }

  /** Takes note that an answer is with the system, or will never be. */
  finish(exchange: Exchange): void {
    this.exchanges.delete(exchange);
    this.#bytesAtRest = this.socket.bytesRead;
    this.#endIfDone();
  }

  /** Closes it at once. A request that has begun gets the error, unless an answer is due before. */
  close(error: GatewayError): void {
    const [first] = this.exchanges;
    const mayAnswer = first === undefined ? this.socket.bytesRead > this.#bytesAtRest : isUnfinished(first);
    if (mayAnswer && !this.isEnding && this.socket.writable) this.socket.write(toRawAnswer(error));
    this.socket.destroy();
    this.#onClosed();
  }

  /** Takes no more requests, gives the answers that are due, and then the error as the last one. */
  endWith(error: GatewayError): void {
    if (this.isEnding) return;
    this.#lastWords = error;
    this.#endIfDone();
  }

  #endIfDone(): void {
    if (this.#lastWords === undefined || this.socket.destroyed) return;
    for (const exchange of this.exchanges) {
      if (!isUnfinished(exchange)) return;
    }
    if (this.socket.writable) this.socket.end(toRawAnswer(this.#lastWords));
    setTimeout(() => this.socket.destroy(), LINGER_MS).unref();
  }
}
