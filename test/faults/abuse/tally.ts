/** Counts what came back. */
export class Tally {
  readonly #counts: Map<string, number>;

  /** @param counts what was counted before, as {@link counts} gives it. */
  constructor(counts: Readonly<Record<string, number>> = {}) {
    this.#counts = new Map(Object.entries(counts));
  }

  get counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }

  count(what: string, times = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + times);
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  /** As text: `0: 512, reset 8: 3`. */
  toString(): string {
    return [...this.#counts]
      .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
      .map(([what, count]) => `${what}: ${count}`)
      .join(', ');
  }
}
