import type { Http2Session } from 'node:http2';
import { PausedConnections } from './paused-connections.js';
import { bytesReadOf, keepStopped } from './socket-reading.js';

/** How long a gate that was shut stays so until it is looked at, in milliseconds. */
const LOOK_MS = 5;

/** How many times as long as it took to read in one look the pause until the next is at least. */
const PAUSE = 4;

/**
 * How often an open gate is looked at, and what is too much: so many bytes read from one look that comes so late to the next, if that one comes
 * within so long. It is shut for a while then.
 * Node refuses calls of too many headers by itself, without telling anybody, and to decode what 64 KB of such stand for takes it 50 ms.
 */
const OPEN_LOOK = { everyMs: 10, lateMs: 20, againMs: 1_000, bytes: 16 * 1024, shutForMs: 60_000 };

/** How long somebody has something to say until there is a crowd: what clients send when they all connect at once is worked on sooner. */
const CROWD_MS = 500;

/**
 * How many connections that have ended are cleared up after in a look: twice as many as in the last, unless this one comes so late, in
 * milliseconds, that those were many. One whose calls were open takes some milliseconds.
 */
const CLEARED = { least: 2, most: 64, lateMs: 5 };

/** How many connections may end in one turn of the event loop before the others wait to be read: it costs something to clear up after each. */
const ENDS = 2;

/** When a gate is shut, and for whom. */
export interface ReadingGateOptions {
  /** How much waits to be worked on of what the connections at the gate have sent. */
  readonly waiting: () => number;
  /** How much may, before they are read in pieces alone. */
  readonly most: number;
  /** Is told at each look, as long as there is a crowd, how many connections are read in pieces. */
  readonly onCrowd: (paused: number) => void;
}

/**
 * Reads connections no faster than what they send is worked on: beyond, they are read in pieces, each in its turn, and nobody while more than half
 * of what may wait does. What more they send stays in their own systems, by the flow control of TCP. To read a call and refuse
 * it, since too many wait, costs nearly as much as to serve it.
 */
export class ReadingGate {
  readonly #options: ReadingGateOptions;
  /** Those that Node reads, and how much it had read of them when a look was late last. */
  readonly #read = new Map<Http2Session, number>();
  readonly #paused = new PausedConnections();
  #isShut = false;
  /** Since when somebody has something to say. */
  #crowdSince: number | undefined;
  #cleared = CLEARED.least;
  /** It isn't opened before. */
  #shutUntil = 0;
  #ends = 0;
  #timer: NodeJS.Timeout | undefined;
  #lookedAt = 0;
  /** When a look was late last. */
  #lateAt = Number.NEGATIVE_INFINITY;

  constructor(options: ReadingGateOptions) {
    this.#options = options;
  }

  /** Puts a connection at the gate. */
  add(session: Http2Session): void {
    if (this.#isShut) this.#paused.add(session);
    else this.#letOn(session);
  }

  /** Takes a connection away from the gate: it is read whatever waits. */
  delete(session: Http2Session): void {
    this.#read.delete(session);
    this.#paused.delete(session);
  }

  /** Is to be told when more waits of what a connection has sent, and shuts the gate if it is too much. */
  countWork(session: Http2Session): void {
    keepStopped(session);
    if (this.#options.waiting() >= this.#options.most) this.#shut();
  }

  /** Is to be told of a connection at the gate whose client has ended it, and shuts the gate if many do at once. */
  countEnd(): void {
    if (this.#ends === 0) setImmediate(() => (this.#ends = 0));
    this.#ends += 1;
    if (this.#ends === ENDS) this.#shut();
  }

  #letOn(session: Http2Session): void {
    this.#read.set(session, bytesReadOf(session));
    if (this.#timer !== undefined) return;
    this.#lookedAt = performance.now();
    this.#timer = setInterval(this.#lookAtOpen, OPEN_LOOK.everyMs).unref();
  }

  /** Shuts the gate if others wait while connections are read, whatever comes of what they send. */
  readonly #lookAtOpen = (): void => {
    const now = performance.now();
    const lateMs = now - this.#lookedAt - OPEN_LOOK.everyMs;
    this.#lookedAt = now;
    if (lateMs > OPEN_LOOK.lateMs) this.#lookLate(now);
    if (this.#read.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  };

  #lookLate(now: number): void {
    const wasLate = now - this.#lateAt < OPEN_LOOK.againMs;
    this.#lateAt = now;
    if (this.#countBytes() <= OPEN_LOOK.bytes || !wasLate) return;
    this.#shut();
    this.#shutUntil = now + OPEN_LOOK.shutForMs;
  }

  /** Gives how much was read since the last time. */
  #countBytes(): number {
    let bytes = 0;
    for (const [session, before] of this.#read) {
      const read = bytesReadOf(session);
      bytes += Math.max(read - before, 0);
      this.#read.set(session, read);
    }
    return bytes;
  }

  #shut(): void {
    for (const session of this.#read.keys()) this.#paused.add(session);
    this.#read.clear();
    if (this.#isShut) return;
    this.#isShut = true;
    this.#crowdSince = undefined;
    this.#cleared = CLEARED.least;
    this.#lookAfter(LOOK_MS);
  }

  /** Reads a round, and opens the gate once nobody has anything to say and its time is over. */
  async #look(lateMs: number): Promise<void> {
    const start = performance.now();
    this.#cleared = lateMs > CLEARED.lateMs ? CLEARED.least : Math.min(this.#cleared * 2, CLEARED.most);
    await this.#paused.readRound({
      hasRoom: this.#hasRoom,
      ends: this.#cleared,
      onLetOn: (session) => {
        this.#letOn(session);
      },
    });
    if (this.#paused.areSilent) this.#crowdSince = undefined;
    else this.#tellOfCrowd(start);
    if (!this.#paused.areSilent || start < this.#shutUntil) {
      this.#lookAfter(Math.max((performance.now() - start) * PAUSE, LOOK_MS));
      return;
    }
    for (const session of this.#paused.clear()) this.#letOn(session);
    this.#isShut = false;
  }

  #tellOfCrowd(now: number): void {
    this.#crowdSince ??= now;
    if (now - this.#crowdSince >= CROWD_MS) this.#options.onCrowd(this.#paused.size);
  }

  #lookAfter(milliseconds: number): void {
    const asked = performance.now();
    setTimeout(() => void this.#look(performance.now() - asked - milliseconds), milliseconds).unref();
  }

  readonly #hasRoom = (): boolean => this.#options.waiting() < this.#options.most / 2;
}
