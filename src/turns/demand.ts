/** How many pieces of work are looked at together. */
const WINDOW = 1024;

/** How many times as much the one that asked for most must have had as the one that asked for least. */
const UNEVEN = 8;

/** For how many windows in all demand is taken for uneven if it was in the first: who asks for little may not be in each. */
const KEPT = 8;

/** Tells whether some sources ask for much less work than others, from how much each has had of the latest. */
export class Demand {
  /** Where the count of each source is. Nothing is kept by it: connections end. */
  #places = new WeakMap<object, number>();
  #counts: number[] = [];
  #size = 0;
  #keptFor = 0;

  /** Whether, in the last window or one of the seven before it, some had less than an eighth of what another had. */
  get isUneven(): boolean {
    return this.#keptFor > 0;
  }

  /** Takes in how much each source had in a turn. */
  add(turn: ReadonlyMap<object, number>): void {
    for (const [source, had] of turn) {
      const place = this.#places.get(source);
      if (place === undefined) this.#places.set(source, this.#counts.push(had) - 1);
      else this.#counts[place] = (this.#counts[place] ?? 0) + had;
      this.#size += had;
    }
    if (this.#size >= WINDOW) this.#judge();
  }

  #judge(): void {
    const isUneven = Math.min(...this.#counts) * UNEVEN < Math.max(...this.#counts);
    this.#keptFor = isUneven ? KEPT : Math.max(this.#keptFor - 1, 0);
    this.#places = new WeakMap();
    this.#counts = [];
    this.#size = 0;
  }
}
