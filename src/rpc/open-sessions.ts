import type { Http2Session } from 'node:http2';

/** The connections of HTTP/2 that are open. */
export class OpenSessions {
  readonly #open = new Set<Http2Session>();
  #onNone: (() => void) | undefined;

  add(session: Http2Session): void {
    this.#open.add(session);
    session.once('close', () => {
      this.#open.delete(session);
      if (this.#open.size === 0) this.#onNone?.();
    });
  }

  /** Ends all of them, and the calls on them. */
  destroy(): void {
    for (const session of this.#open) session.destroy();
  }

  /** Resolves once none is open. */
  untilNone(): Promise<void> {
    return new Promise((resolve) => {
      this.#onNone = resolve;
      if (this.#open.size === 0) resolve();
    });
  }
}
