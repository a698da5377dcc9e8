import type { Http2Session } from 'node:http2';
import { Turns } from '../../turns/turns.js';
import type { Limits } from '../limits.js';
import { ReadingGate } from './reading-gate.js';
import { countCall, isKnown } from './standing.js';

/**
 * How many calls of all newcomers begin in a turn. These may all be a flood: at 0.1 to 0.2 ms for each it fills no turn, and leaves
 * time between them, also to the garbage collector.
 */
const TURN = { perTurn: 8, perSource: 8, pauseMs: 5 };

/** How many of their calls may wait before none of them is read on. */
const WAITING = 512;

/** The connections that aren't known ({@link isKnown}): they have turns of their own, and are read no faster than these allow. */
export class Newcomers {
  /** In which their calls begin. */
  readonly turns: Turns;
  readonly #limits: Pick<Limits, 'streams' | 'crowdedStreams'>;
  readonly #gate: ReadingGate;
  /** Those that may have fewer calls open than others, since there was a crowd. */
  readonly #narrowed = new WeakSet<Http2Session>();

  constructor(limits: Pick<Limits, 'calls' | 'streams' | 'crowdedStreams'>) {
    this.#limits = limits;
    this.turns = new Turns({ ...TURN, waiting: limits.calls });
    this.#gate = new ReadingGate({ waiting: () => this.turns.size, most: WAITING, onCrowded: this.#narrow });
  }

  /** Takes in a connection that has come, before anything of it is read. */
  add(session: Http2Session): void {
    this.#gate.add(session);
    session.socket.once('end', () => {
      if (!isKnown(session)) this.#gate.countEnd();
    });
    session.once('close', () => {
      this.#gate.delete(session);
    });
  }

  /** Is to be told when one more of their calls waits. */
  onWait(): void {
    this.#gate.check();
  }

  /** Keeps in mind how a call of any connection went. True if the connection is known by it, and was not before. */
  judge(session: Http2Session, isWell: boolean): boolean {
    if (!countCall(session, isWell) || session.destroyed) return false;
    if (!isKnown(session)) {
      this.#gate.add(session);
      return false;
    }
    if (this.#narrowed.delete(session)) session.settings({ maxConcurrentStreams: this.#limits.streams });
    this.#gate.delete(session);
    return true;
  }

  readonly #narrow = (session: Http2Session): void => {
    if (session.destroyed || this.#narrowed.has(session)) return;
    this.#narrowed.add(session);
    session.settings({ maxConcurrentStreams: this.#limits.crowdedStreams });
  };
}
