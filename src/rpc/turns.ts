/** A piece of work that may have become needless while it waited: it says whether it did anything. */
export type Work = () => boolean;

/**
 * Spaces out the work that comes all at once, in one turn of the event loop, so that nobody who asked for little waits for all
 * of one who asked for much. A turn takes `perTurn` at most, and half of that at least: until so much was done, nobody notices that a
 * turn is over. As long as there is less, nothing waits.
 *
 * What waits is taken in the order in which it came from each source, and from the sources in turn.
 */
export class Turns {
  readonly #perTurn: number;
  readonly #mostWaiting: number;
  readonly #waiting = new Map<unknown, Work[]>();
  #begun = 0;
  #size = 0;

  /** @param mostWaiting how much may wait, one piece of each source aside. */
  constructor(perTurn: number, mostWaiting: number) {
    this.#perTurn = perTurn;
    this.#mostWaiting = mostWaiting;
  }

  /** How much waits. */
  get size(): number {
    return this.#size;
  }

  /** Tells whether no more of a source may wait. One of which nothing waits gets a place in any case. */
  isFullFor(source: unknown): boolean {
    return this.#size >= this.#mostWaiting && this.#waiting.has(source);
  }

  /** Takes one piece of this turn's work, unless it has to wait, as `add` has it do. */
  take(): boolean {
    if (this.#size > 0 || this.#begun === this.#perTurn) return false;
    this.#count();
    return true;
  }

  /** Takes one piece of work at its turn: resolves then, and is undefined if that is now. */
  wait(source: unknown): Promise<void> | undefined {
    if (this.take()) return undefined;
    return new Promise((resolve) => {
      this.add(source, () => {
        resolve();
        return true;
      });
    });
  }

  /** Does a piece of work of a source in a later turn. */
  add(source: unknown, work: Work): void {
    const queue = this.#waiting.get(source);
    if (queue === undefined) this.#waiting.set(source, [work]);
    else queue.push(work);
    this.#size += 1;
  }

  /** Asks to be told of the next turn when half of one is used: a turn with little to do costs nothing. */
  #count(): void {
    this.#begun += 1;
    if (this.#begun === Math.ceil(this.#perTurn / 2)) setImmediate(this.#nextTurn);
  }

  /** What waits is taken from the source whose turn it is, which is the last then. */
  readonly #nextTurn = (): void => {
    this.#begun = 0;
    for (const [source, queue] of this.#waiting) {
      if (this.#begun === this.#perTurn) return;
      const work = queue.shift();
      this.#waiting.delete(source);
      if (queue.length > 0) this.#waiting.set(source, queue);
      this.#size -= 1;
      if (work?.()) this.#count();
    }
  };
}
