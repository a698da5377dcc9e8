import type { Clock } from '../../../src/auth/jwt/clock.js';

/** A clock that stands until it is moved. */
export class FakeClock implements Clock {
  #now: number;
  readonly #planned = new Set<{ readonly at: number; readonly action: () => void }>();

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, action: () => void): () => void {
    const plan = { at: this.#now + delayMs, action };
    this.#planned.add(plan);
    return () => this.#planned.delete(plan);
  }

  /** When the next thing is to happen; undefined if nothing is planned. */
  next(): number | undefined {
    const times = [...this.#planned].map(({ at }) => at);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Moves to a time, and does what was planned for until then. */
  moveTo(time: number): void {
    this.#now = Math.max(this.#now, time);
    for (const plan of this.#planned) {
      if (plan.at > this.#now) continue;
      this.#planned.delete(plan);
      plan.action();
    }
  }
}
