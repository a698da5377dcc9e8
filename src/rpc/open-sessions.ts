import type { Http2Session } from 'node:http2';
import type { Socket } from 'node:net';
import { isStuckAndGone } from './streams/socket-reading.js';

/** How often each connection is looked at, in milliseconds. */
const LOOK_MS = 1_000;

/** A connection of HTTP/2 that is open. */
interface OpenSession {
  readonly socket: Socket;
  /** When its session was first seen to be over, by the clock of `performance`. */
  overSince: number | undefined;
}

/**
 * The connections of HTTP/2 that are open, of which those are closed that Node keeps. It waits until what it wrote is with the system, and
 * neither reads nor closes a connection before.
 *
 * - Over TLS that never ends once the system has refused it, since the client is gone: such a connection is closed within two seconds.
 * - It takes as long as the client likes. A connection whose session is over has so long as a call may take, since its client
 *   may be slow in taking the last answer.
 */
export class OpenSessions {
  readonly #overMs: number;
  readonly #open = new Map<Http2Session, OpenSession>();
  #timer: NodeJS.Timeout | undefined;
  #onNone: (() => void) | undefined;

  /** @param overMs for how long a connection may stay open whose session is over, in milliseconds. */
  constructor(overMs: number) {
    this.#overMs = overMs;
  }

  /** Takes in a session of HTTP/2, and the connection that it is on. */
  add(session: Http2Session, socket: Socket): void {
    this.#open.set(session, { socket, overSince: undefined });
    this.#timer ??= setInterval(this.#closeKept, LOOK_MS).unref();
    session.once('close', () => {
      this.#open.delete(session);
      if (this.#open.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
      this.#onNone?.();
    });
  }

  /** Ends all of them, and the calls on them. */
  destroy(): void {
    for (const session of this.#open.keys()) session.destroy();
  }

  /** Resolves once none is open. */
  untilNone(): Promise<void> {
    return new Promise((resolve) => {
      this.#onNone = resolve;
      if (this.#open.size === 0) resolve();
    });
  }

  readonly #closeKept = (): void => {
    const now = performance.now();
    for (const [session, open] of this.#open) {
      if (session.destroyed) open.overSince ??= now;
      const isLong = open.overSince !== undefined && now - open.overSince >= this.#overMs;
      if (isLong || isStuckAndGone(open.socket)) open.socket.destroy();
    }
  };
}
