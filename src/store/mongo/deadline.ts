import { LateReply } from './failures.js';

/** How long one call may take without an answer of the database, in milliseconds. */
export const CALL_MS = 5000;

/** When a call, or a step of one, must have ended. */
export class Deadline {
  readonly #at: number;

  constructor(milliseconds = CALL_MS) {
    this.#at = performance.now() + milliseconds;
  }

  get hasPassed(): boolean {
    return this.leftMs === 0;
  }

  get leftMs(): number {
    return Math.max(0, this.#at - performance.now());
  }

  /** Settles as the work does, if that is in time; the work itself goes on. @throws LateReply */
  async race<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new LateReply('the database gave no reply in time'));
      }, this.leftMs);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
      // What comes too late is of no interest.
      work.catch(() => undefined);
    }
  }
}
