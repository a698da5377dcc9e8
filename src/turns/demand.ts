/** How many pieces of work are looked at together. */
const WINDOW = 1024;

/** How many times as much the one that asked for most must have had as the one that asked for least. */
const UNEVEN = 8;

/** For how many windows it is taken for uneven after one that was: who asks for little may not be in each. */
const KEPT = 8;

/** Tells whether some sources ask for much less work than others, from how much each has had of the latest. */
export class Demand {
  #had = new Map<unknown, number>();
  #size = 0;
  #keptFor = 0;

  /** Whether some had less than an eighth of what another had, in the last window or one of the eight before it. */
  get isUneven(): boolean {
    return this.#keptFor > 0;
  }

  /** Takes in how much each source had in a turn. */
  add(turn: ReadonlyMap<unknown, number>): void {
    for (const [source, had] of turn) {
      this.#had.set(source, (this.#had.get(source) ?? 0) + had);
      this.#size += had;
    }
    if (this.#size >= WINDOW) this.#judge();
  }

  #judge(): void {
    const all = [...this.#had.values()];
    if (Math.min(...all) * UNEVEN < Math.max(...all)) this.#keptFor = KEPT;
    else if (this.#keptFor > 0) this.#keptFor -= 1;
    // Made anew, as a map that is cleared keeps its old table for a while (docs/decisions/0025-garbage.md).
    this.#had = new Map();
    this.#size = 0;
  }
}
