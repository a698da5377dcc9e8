import { setImmediate } from 'node:timers/promises';

/** How long one stretch of work may hold up other requests, and all the work on one page take, in milliseconds. */
const STRETCH_MS = 5;
const PAGE_MS = 200;

/** Counts the work for one call, which is done in stretches: between them other requests have a turn. */
export class Stretches {
  #startedAt = performance.now();
  #earlierMs = 0;

  /** Whether this stretch has held up the others long enough. */
  get isOver(): boolean {
    return this.#stretchMs >= STRETCH_MS;
  }

  /** Whether all stretches together are enough work for a page. */
  get isPageOver(): boolean {
    return this.#earlierMs + this.#stretchMs >= PAGE_MS;
  }

  /** Ends a stretch, and begins the next one when others had a turn. */
  async rest(): Promise<void> {
    await this.waitFor(setImmediate());
  }

  /** Ends a stretch, and begins the next one when what is waited for has settled. */
  async waitFor<T>(until: Promise<T>): Promise<T> {
    this.#earlierMs += this.#stretchMs;
    try {
      return await until;
    } finally {
      this.#startedAt = performance.now();
    }
  }

  get #stretchMs(): number {
    return performance.now() - this.#startedAt;
  }
}

/** Maps items, as `map` does, in stretches. */
export async function mapInStretches<T, R>(items: readonly T[], map: (item: T) => R): Promise<R[]> {
  const stretches = new Stretches();
  const results: R[] = [];
  for (const item of items) {
    if (stretches.isOver) await stretches.rest();
    results.push(map(item));
  }
  return results;
}
