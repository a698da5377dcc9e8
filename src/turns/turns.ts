/** A piece of work. */
export type Work = () => void;

/** Which part of a turn is used before it is noticed when it is over. */
const NOTICED = 1 / 8;

/** How much is done in one turn of the event loop, and how much may wait for one. */
export interface TurnLimits {
  /** Of all sources together. */
  readonly perTurn: number;
  /** Of one source. */
  readonly perSource: number;
  /** How much may wait until it is full ({@link Turns.isFullFor}); to refuse more is up to those who ask. */
  readonly waiting: number;
  /** The time from one turn to the next, in milliseconds. If it is left out, the next is in the following turn of the event loop. */
  readonly pauseMs?: number;
}

/**
 * Spaces out the work that comes all at once, over turns of the event loop, so that nobody who asked for little waits for all
 * of one who asked for much. A turn takes as much as its limits allow at most, and seven eighths of that at least: until an
 * eighth was done, nobody notices that a turn is over. As long as there is less, nothing waits.
 *
 * What waits is taken in the order in which it came from each source, and from the sources in turn.
 */
export class Turns {
  readonly #limits: TurnLimits;
  readonly #waiting = new Map<unknown, Work[]>();
  /** How much of this turn each source has had, and all of them. */
  #had = new Map<unknown, number>();
  #begun = 0;
  #size = 0;
  #isTurnAsked = false;

  constructor(limits: TurnLimits) {
    this.#limits = limits;
  }

  /** How much waits. */
  get size(): number {
    return this.#size;
  }

  /** Tells whether no more of a source may wait. One of which less waits than its share gets a place in any case. */
  isFullFor(source: unknown): boolean {
    const { waiting } = this.#limits;
    const ofSource = this.#waiting.get(source)?.length ?? 0;
    return this.#size >= waiting && ofSource > 0 && ofSource * this.#waiting.size >= waiting;
  }

  /** Takes out what waits of a source, in its order. It is the caller's then. */
  release(source: unknown): readonly Work[] {
    const queue = this.#waiting.get(source) ?? [];
    this.#waiting.delete(source);
    this.#size -= queue.length;
    return queue;
  }

  /** Takes one piece of this turn's work for a source, unless it has to wait, as `add` has it do. */
  take(source: unknown): boolean {
    if (this.#waiting.has(source) || !this.#hasRoomFor(source)) return false;
    this.#count(source);
    return true;
  }

  /** Takes one piece of work at its turn: resolves then, and is undefined if that is now. */
  wait(source: unknown): Promise<void> | undefined {
    if (this.take(source)) return undefined;
    return new Promise((resolve) => {
      this.add(source, resolve);
    });
  }

  /** Does a piece of work of a source in a later turn. */
  add(source: unknown, work: Work): void {
    const queue = this.#waiting.get(source);
    if (queue === undefined) this.#waiting.set(source, [work]);
    else queue.push(work);
    this.#size += 1;
    this.#ask();
  }

  #hasRoomFor(source: unknown): boolean {
    const { perTurn, perSource } = this.#limits;
    return this.#begun < perTurn && (this.#had.get(source) ?? 0) < perSource;
  }

  /** Asks for the next turn when some of one is used: a turn with little to do costs nothing. */
  #count(source: unknown): void {
    const { perTurn, perSource } = this.#limits;
    const had = (this.#had.get(source) ?? 0) + 1;
    this.#had.set(source, had);
    this.#begun += 1;
    if (this.#begun >= perTurn * NOTICED || had >= perSource * NOTICED) this.#ask();
  }

  #ask(): void {
    if (this.#isTurnAsked) return;
    this.#isTurnAsked = true;
    const { pauseMs } = this.#limits;
    if (pauseMs === undefined) setImmediate(this.#nextTurn);
    else setTimeout(this.#nextTurn, pauseMs);
  }

  /** What waits is taken from the source whose turn it is, which is the last then. */
  readonly #nextTurn = (): void => {
    this.#isTurnAsked = false;
    this.#begun = 0;
    this.#had = new Map();
    for (const [source, queue] of this.#waiting) {
      if (this.#begun >= this.#limits.perTurn) return;
      if (!this.#hasRoomFor(source)) continue;
      const work = queue.shift();
      this.#waiting.delete(source);
      if (queue.length > 0) this.#waiting.set(source, queue);
      this.#size -= 1;
      this.#count(source);
      work?.();
    }
  };
}
