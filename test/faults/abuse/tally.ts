/** Counts what came back. */
export class Tally {
  readonly #counts = new Map<string, number>();

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
