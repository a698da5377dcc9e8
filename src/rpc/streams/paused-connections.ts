import type { Http2Session } from 'node:http2';
import { MOST_PIECE_BYTES, type PieceOutcome, readPiece, startReading, stopReading } from './socket-reading.js';

/** How large the first piece of a connection is, in bytes, which holds the first call of most clients, and the least that one is. */
const PIECE_BYTES = { first: 512, least: 64 };

/** How long it may take to work on a piece, in milliseconds: beyond the one the next is small, and below the other twice as large. */
const PIECE_MS = { most: 1.5, least: 0.5 };

/** How much is read in one round, of all together: no more once so much was. */
const ROUND = {
  /** It stays in memory until the calls are whole. */
  bytes: 32 * 1024,
  /** In milliseconds. */
  time: 2,
};

/** How a round is read. */
export interface RoundOptions {
  /** Tells, before each piece, whether more may be read. */
  readonly hasRoom: () => boolean;
  /** How many connections that may have ended are let on, or closed: it costs something to clear up after each. */
  readonly ends: number;
  /** Is told of each that Node reads again, as it may have ended. */
  readonly onLetOn: (session: Http2Session) => void;
}

/**
 * Connections that Node doesn't read. They are read in pieces, each in its turn: small ones, so that nobody waits long for the others, and
 * the smaller, the dearer it is to work on what they send.
 */
export class PausedConnections {
  /** How large the next piece of each is, in the order of their turns. */
  readonly #pieceBytes = new Map<Http2Session, number>();
  /** How many have been asked in turn that had nothing to say. */
  #silent = 0;

  get size(): number {
    return this.#pieceBytes.size;
  }

  /** Tells whether none had anything to say when it was asked last. */
  get areSilent(): boolean {
    return this.#silent >= this.#pieceBytes.size;
  }

  /** Has a connection be read no more; it comes last. */
  add(session: Http2Session): void {
    this.#silent = 0;
    this.#pieceBytes.set(session, PIECE_BYTES.first);
    stopReading(session);
  }

  /** Has Node read a connection again. */
  delete(session: Http2Session): void {
    if (!this.#pieceBytes.delete(session)) return;
    this.#silent = 0;
    startReading(session);
  }

  /** Has Node read all of them again, and gives these. */
  clear(): readonly Http2Session[] {
    const all = [...this.#pieceBytes.keys()];
    for (const session of all) this.delete(session);
    return all;
  }

  /** Reads a piece of each, as far as the limits allow, and closes those whose clients are gone. */
  async readRound({ hasRoom, ends, onLetOn }: RoundOptions): Promise<void> {
    const end = performance.now() + ROUND.time;
    let { size: left } = this;
    let { bytes } = ROUND;
    for (const [session, pieceBytes] of this.#pieceBytes) {
      if (left === 0 || bytes <= 0 || ends === 0 || performance.now() >= end || !hasRoom()) break;
      left -= 1;
      const outcome = await this.#read(session, pieceBytes);
      if (outcome === 'bytes') bytes -= pieceBytes;
      if (outcome === 'bytes' || outcome === 'nothing yet') continue;
      ends -= 1;
      this.delete(session);
      if (outcome === 'gone') session.destroy();
      else onLetOn(session);
    }
  }

  /** Reads a piece of a connection, which is the last in turn then, and resolves once the calls in it have begun or wait. */
  async #read(session: Http2Session, pieceBytes: number): Promise<PieceOutcome> {
    this.#pieceBytes.delete(session);
    this.#pieceBytes.set(session, pieceBytes);
    const start = performance.now();
    const outcome = readPiece(session, pieceBytes);
    if (outcome === 'nothing yet') this.#silent += 1;
    if (outcome !== 'bytes') return outcome;
    this.#silent = 0;
    // Node tells of them by then.
    await new Promise<void>((resolve) => {
      process.nextTick(resolve);
    });
    // By what it has said it may be known, and is none of these any more.
    if (this.#pieceBytes.has(session)) {
      this.#pieceBytes.set(session, nextPieceBytes(pieceBytes, performance.now() - start));
    }
    return outcome;
  }
}

function nextPieceBytes(bytes: number, took: number): number {
  // One may send much that is cheap, and then what is dear.
  if (took > PIECE_MS.most) return Math.max(Math.min(bytes, PIECE_BYTES.first) / 2, PIECE_BYTES.least);
  return took < PIECE_MS.least ? Math.min(bytes * 2, MOST_PIECE_BYTES) : bytes;
}
