import { readSync, writeSync } from 'node:fs';
import type { Http2Session } from 'node:http2';
import type { Socket } from 'node:net';

/** The most that is read at once, in bytes. */
export const MOST_PIECE_BYTES = 4096;

/** How many turns of the event loop it may take until what is written to a connection of TLS is with the system. */
const WRITE_TURNS = 3;

/**
 * What came of reading a piece: bytes; nothing, since there is nothing yet that may be read, or since the client is gone, whatever it has sent; or something that
 * is for Node to see, such as that the client has ended the connection.
 */
export type PieceOutcome = 'bytes' | 'nothing yet' | 'gone' | 'for Node';

type PieceFailure = Exclude<PieceOutcome, 'bytes'>;

/** How Node names what takes the bytes of a session, by a symbol that is not public. */
const HANDLE = 'kHandle';

/** Takes bytes as if they had been read. */
interface Receiver {
  receive(bytes: Buffer): void;
}

/** What Node reads a socket by. That of TLS takes bytes itself. */
interface SocketHandle extends Partial<Receiver> {
  /** Its number in the system; -1 once it is closed, and where the system has none (Windows). */
  readonly fd?: number;
  /** How many bytes wait until the system takes them. */
  readonly writeQueueSize?: number;
  readStop(): void;
  readStart(): void;
}

type WithHandle = Socket & { readonly _handle?: SocketHandle | null };

/** What the system says of a socket. */
const FAILURES: Readonly<Record<string, PieceFailure>> = { EAGAIN: 'nothing yet', EPIPE: 'gone', ECONNRESET: 'gone' };

const NO_BYTES = Buffer.alloc(0);

/** Where all pieces are read to: Node copies them. */
const piece = Buffer.alloc(MOST_PIECE_BYTES);

/** Those that Node is not to read. */
const stopped = new WeakSet<Http2Session>();

/** Has Node not read a connection: what its client sends stays in the systems of both, by the flow control of TCP. */
export function stopReading(session: Http2Session): void {
  stopped.add(session);
  keepStopped(session);
}

/** Has Node read a connection again. */
export function startReading(session: Http2Session): void {
  stopped.delete(session);
  handleOf(session)?.readStart();
}

/**
 * Keeps a connection from being read, if it is not to be. Node doesn't read one while it writes to it, and reads it again by itself once that is
 * written, at the end of one of the next turns of the event loop if it is secured with TLS. So this is to be called when something is
 * written to it.
 */
export function keepStopped(session: Http2Session): void {
  if (stopped.has(session)) stopAgain(session, WRITE_TURNS);
}

function stopAgain(session: Http2Session, turns: number): void {
  if (!stopped.has(session)) return;
  handleOf(session)?.readStop();
  // What Node does at the end of a turn comes before this, and it reads sockets after it.
  if (turns > 0) setImmediate(stopAgain, session, turns - 1);
}

/** Tells how many bytes Node has read of a connection. */
export function bytesReadOf(session: Http2Session): number {
  return session.destroyed ? 0 : session.socket.bytesRead;
}

/**
 * Reads no more than so many bytes of a connection that Node doesn't read, and gives them to it. Node itself reads up to 64 KB at once, which
 * can be a thousand calls, and there is no way to have it read less.
 */
export function readPiece(session: Http2Session, bytes: number): PieceOutcome {
  const handle = handleOf(session);
  const receiver = isReceiver(handle) ? handle : receiverOf(session);
  if (handle?.fd === undefined || handle.fd < 0 || receiver === undefined) return 'for Node';
  const { writeQueueSize = 0 } = handle;
  const length = tryFor((fd) => {
    findReset(fd);
    // Nor does Node read one whose client doesn't take its answers: it would keep what comes.
    if (writeQueueSize > 0) return 'nothing yet';
    return readSync(fd, piece, 0, Math.min(bytes, MOST_PIECE_BYTES), null) || 'for Node';
  }, handle.fd);
  if (typeof length === 'string') return length;
  receiver.receive(piece.subarray(0, length));
  // It may have written an answer of its own, as to SETTINGS.
  keepStopped(session);
  return 'bytes';
}

/** To write nothing tells of a reset at once. To read tells of it when all was read that came before. */
function findReset(fd: number): void {
  writeSync(fd, NO_BYTES);
}

/** Asks the system for something about a socket, and gives what it says instead where it does. */
function tryFor<T>(ask: (fd: number) => T, fd: number): T | PieceFailure {
  const { stackTraceLimit } = Error;
  // Most have nothing to say, and nobody looks at what is thrown then.
  Error.stackTraceLimit = 0;
  try {
    return ask(fd);
  } catch (error) {
    return FAILURES[(error as NodeJS.ErrnoException).code ?? ''] ?? 'for Node';
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Tells whether something waits to be written to a connection whose client is gone. */
export function isStuckAndGone(socket: Socket): boolean {
  const { fd = -1, writeQueueSize = 0 } = (socket as WithHandle)._handle ?? {};
  return writeQueueSize > 0 && fd >= 0 && tryFor(findReset, fd) === 'gone';
}

/** It is in a field that is not public, and nothing that is pauses a session of HTTP/2. */
function handleOf(session: Http2Session): SocketHandle | undefined {
  if (session.destroyed) return undefined;
  return (session.socket as WithHandle)._handle ?? undefined;
}

function isReceiver(handle: SocketHandle | undefined): handle is SocketHandle & Receiver {
  return typeof handle?.receive === 'function';
}

function receiverOf(session: Http2Session): Receiver | undefined {
  const symbol = Object.getOwnPropertySymbols(session).find(({ description }) => description === HANDLE);
  const receiver = symbol && (session as unknown as Record<symbol, Partial<Receiver> | undefined>)[symbol];
  return typeof receiver?.receive === 'function' ? (receiver as Receiver) : undefined;
}
