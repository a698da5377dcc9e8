import { Demand } from './demand.js';

/** A piece of work. It neither throws nor takes more work of its source. */
export type Work = () => void;

/** Which part of a turn is used before it is noticed when it is over. */
const NOTICED = 1 / 4;

/** How much is done in one turn of the event loop. */
export interface TurnSize {
  /** Of all sources together. */
  readonly perTurn: number;
  /** Of one source. */
  readonly perSource: number;
}

/** How much is done in one turn of the event loop, and how much may wait for one. */
export interface TurnLimits extends TurnSize {
  /** How much it is while some sources, which are objects then, ask for much less than others ({@link Demand}); the same if it is left out. */
  readonly uneven?: TurnSize;
  /** How much of what waits is taken of one source before it is the next one's turn: 1 if it is left out. */
  readonly inARow?: number;
  /** How much may wait until it is full ({@link Turns.isFullFor}); to refuse more is up to those who ask. */
  readonly waiting: number;
  /** The time from one turn to the next, in milliseconds. If it is left out, the next is in the following turn of the event loop. */
  readonly pauseMs?: number;
}

/**
 * Spaces out the work that comes all at once, over turns of the event loop, so that nobody who asked for little waits for all
 * of one who asked for much. A turn takes as much as its limits allow at most, and three quarters of that at least: until a
 * quarter was done, nobody notices that a turn is over. As long as there is less, nothing waits.
 *
 * What waits is taken in the order in which it came from each source, and from the sources in turn: some in a row are cheaper, as
 * what is done for one source at once may share its costs. Sources of which nothing waited go first, as in queues of networks (RFC 8290, 4.2): whoever
 * asks for little doesn't wait for a round of all who ask for much. As long as others wait, they have half of a turn, or more if they are more sources.
 */
export class Turns {
  readonly #limits: TurnLimits;
  readonly #demand: Demand | undefined;
  #turn: TurnSize;
  /** What waits of each source that has had something while it waited, or in the turn in which it came, in the order of their turns. */
  readonly #waiting = new Map<unknown, Work[]>();
  /** What waits of the others, in the order in which they came. */
  readonly #fresh = new Map<unknown, Work[]>();
  /** How much of the next turn is for the fresh first: what is less than a whole is carried over. */
  #freshShare = 0;
  /** How much of this turn each source has had, and all of them. */
  #had = new Map<unknown, number>();
  #begun = 0;
  #size = 0;
  #isTurnAsked = false;

  constructor(limits: TurnLimits) {
    this.#limits = limits;
    this.#turn = limits;
    this.#demand = limits.uneven && new Demand();
  }

  /** How much waits. */
  get size(): number {
    return this.#size;
  }

  /** Tells whether no more of a source may wait. One of which less waits than its share gets a place in any case. */
  isFullFor(source: unknown): boolean {
    const { waiting } = this.#limits;
    const ofSource = this.#queueOf(source)?.length ?? 0;
    return this.#size >= waiting && ofSource > 0 && ofSource * (this.#waiting.size + this.#fresh.size) >= waiting;
  }

  /** Takes out what waits of a source, in its order. It is the caller's then. */
  release(source: unknown): readonly Work[] {
    const queue = this.#queueOf(source) ?? [];
    this.#waiting.delete(source);
    this.#fresh.delete(source);
    this.#size -= queue.length;
    return queue;
  }

  /** Has what was waiting for other turns wait for these. It has no claim to go first. */
  takeOver(source: unknown, works: readonly Work[]): void {
    if (works.length === 0) return;
    const queue = this.#queueOf(source);
    if (queue === undefined) this.#waiting.set(source, [...works]);
    else queue.push(...works);
    this.#size += works.length;
    this.#ask();
  }

  /** Takes one piece of this turn's work for a source, unless it has to wait, as `add` has it do. */
  take(source: unknown): boolean {
    if (this.#queueOf(source) !== undefined || this.#roomFor(source) <= 0) return false;
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
    const queue = this.#queueOf(source);
    if (queue !== undefined) queue.push(work);
    // Who has had some of this turn has no claim to be the first in the next one.
    else (this.#had.has(source) ? this.#waiting : this.#fresh).set(source, [work]);
    this.#size += 1;
    this.#ask();
  }

  #queueOf(source: unknown): Work[] | undefined {
    return this.#waiting.get(source) ?? this.#fresh.get(source);
  }

  /** How much more of a source may be done in this turn. */
  #roomFor(source: unknown): number {
    const { perTurn, perSource } = this.#turn;
    return Math.min(perTurn - this.#begun, perSource - (this.#had.get(source) ?? 0));
  }

  /** Asks for the next turn when some of one is used: a turn with little to do costs nothing. */
  #count(source: unknown): void {
    const { perTurn, perSource } = this.#turn;
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

  readonly #nextTurn = (): void => {
    this.#isTurnAsked = false;
    this.#begun = 0;
    this.#demand?.add(this.#had as Map<object, number>);
    this.#had = new Map();
    const { uneven } = this.#limits;
    this.#turn = uneven !== undefined && this.#demand?.isUneven === true ? uneven : this.#limits;
    const { perTurn } = this.#turn;
    const sources = this.#fresh.size + this.#waiting.size;
    const share = Math.max(1 / 2, this.#fresh.size / sources);
    this.#freshShare = this.#fresh.size > 0 ? (this.#freshShare % 1) + perTurn * share : 0;
    this.#takeFrom(this.#fresh, { until: Math.floor(this.#freshShare) });
    this.#takeFrom(this.#waiting, { until: perTurn, except: this.#had });
    this.#takeFrom(this.#fresh, { until: perTurn });
    this.#takeFrom(this.#waiting, { until: perTurn });
  };

  /** Does what waits of the source whose turn it is, which is the last then, and of the next, until so much of the turn was done. */
  #takeFrom(
    queues: Map<unknown, Work[]>,
    { until, except }: { until: number; except?: ReadonlyMap<unknown, number> },
  ): void {
    const { inARow = 1 } = this.#limits;
    for (const [source, queue] of queues) {
      if (this.#begun >= until) return;
      if (except?.has(source)) continue;
      const works = queue.splice(0, Math.min(inARow, until - this.#begun, this.#roomFor(source)));
      if (works.length === 0) continue;
      queues.delete(source);
      if (queue.length > 0) this.#waiting.set(source, queue);
      this.#size -= works.length;
      for (const work of works) {
        this.#count(source);
        work();
      }
    }
  }
}
