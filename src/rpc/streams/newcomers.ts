import type { Http2Session } from 'node:http2';
import type { Log } from '../../telemetry/log.js';
import { Turns } from '../../turns/turns.js';
import type { Limits } from '../limits.js';
import { ReadingGate } from './reading-gate.js';
import { countCall, isKnown } from './standing.js';

/**
 * How many calls of all newcomers begin in a turn. These may all be a flood: at 0.1 to 0.2 ms for each it fills no turn, and leaves
 * time between them, also to the garbage collector. One that was broken off before it began counts as well.
 */
const TURN = { perTurn: 8, perSource: 8, pauseMs: 5 };

/** How many of their calls may wait before they are read in pieces alone. */
const WAITING = 128;

/** How often at most the log says that newcomers wait, in milliseconds. */
const SAY_EVERY_MS = 10_000;

/** The connections that aren't known ({@link isKnown}): they have turns of their own, and are read no faster than these allow. */
export class Newcomers {
  /** In which their calls begin. */
  readonly turns: Turns;
  readonly #gate: ReadingGate;
  readonly #log: Log;
  #saidAt = -Infinity;

  constructor({ calls }: Pick<Limits, 'calls'>, log: Log) {
    this.#log = log;
    this.turns = new Turns({ ...TURN, waiting: calls });
    this.#gate = new ReadingGate({
      waiting: () => this.turns.size,
      most: WAITING,
      onCrowd: this.#say,
    });
  }

  /** Takes in a connection that has come, before anything of it is read. */
  add(session: Http2Session): void {
    let hasEnded = false;
    const onEnd = () => {
      if (!hasEnded && !isKnown(session)) this.#gate.countEnd();
      hasEnded = true;
    };
    this.#gate.add(session);
    session.socket.once('end', onEnd);
    session.once('close', () => {
      // One that its client has reset comes to no end.
      onEnd();
      this.#gate.delete(session);
    });
  }

  /** Is to be told when one more of their calls waits. */
  onWait(session: Http2Session): void {
    this.#gate.countWork(session);
  }

  /** Has the turns count what was refused at once, as its refusal could not wait: that of a newcomer is work like a call of it. */
  countRefusal(session: Http2Session): void {
    if (isKnown(session) || this.turns.take(session) || this.turns.isFullFor(session)) return;
    this.turns.add(session, () => undefined);
    this.onWait(session);
  }

  /** Keeps in mind how a call of any connection went. True if the connection is known by it, or is so no more. */
  judge(session: Http2Session, isWell: boolean): boolean {
    if (!countCall(session, isWell) || session.destroyed) return false;
    if (isKnown(session)) this.#gate.delete(session);
    else this.#gate.add(session);
    return true;
  }

  readonly #say = (paused: number): void => {
    const now = performance.now();
    if (now - this.#saidAt < SAY_EVERY_MS) return;
    this.#saidAt = now;
    const counts = { calls: this.turns.size, connections: paused };
    this.#log.warn(counts, 'new connections wait: more came of such than is worked on');
  };
}
