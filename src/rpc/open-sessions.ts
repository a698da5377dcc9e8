import type { Http2Session } from 'node:http2';
import type { Socket } from 'node:net';
import { isStuckAndGone } from './streams/socket-reading.js';

/** How often it is looked for connections that are over, or gone, and don't close, in milliseconds. */
const LOOK_MS = 1_000;

/** A connection of HTTP/2 that is open. */
interface OpenSession {
  readonly socket: Socket;
  /** Whether it was over when it was looked at last. */
  wasOver: boolean;
}

/**
 * The connections of HTTP/2 that are open. One that is over, or whose client is gone, is closed within two seconds. Node waits until what it wrote
 * to it is with the system, and neither reads nor closes it before. That takes as long as the client likes, and over TLS it never ends once the
 * system has refused it, since the client is gone.
 */
export class OpenSessions {
  readonly #open = new Map<Http2Session, OpenSession>();
  #timer: NodeJS.Timeout | undefined;
  #onNone: (() => void) | undefined;

  /** Takes in a session of HTTP/2, and the connection that it is on. */
  add(session: Http2Session, socket: Socket): void {
    this.#open.set(session, { socket, wasOver: false });
    this.#timer ??= setInterval(this.#closeThoseOver, LOOK_MS).unref();
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

  readonly #closeThoseOver = (): void => {
    for (const [session, open] of this.#open) {
      // At first it may be that the client is about to be told why.
      if (open.wasOver || isStuckAndGone(session)) open.socket.destroy();
      open.wasOver = session.destroyed;
    }
  };
}
