import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { constants } from 'node:http2';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { connect as connectSecurely } from 'node:tls';
import { type Frame, FrameReader } from '../../../bench/load/frame-reader.js';
import {
  DEFAULT_WINDOW,
  FLAG,
  FRAME,
  frame,
  headerBlock,
  MAX_WINDOW,
  PREFACE,
  SETTING,
  settingsFrame,
  windowUpdateFrame,
} from '../../../bench/load/frames.js';
import { readGrpcStatus } from '../../../bench/load/hpack.js';
import type { Target } from './attack.js';
import type { Tally } from './tally.js';

/** How long a server may leave bytes in the socket before its client gives up. Node does for good once it has said GOAWAY. */
const STUCK_MS = 1_000;

/** How an attacker's connection differs from one that reads all that comes. */
export interface RawOptions {
  /** Leaves what the server sends in the socket. */
  readonly unread?: boolean;
  /** Doesn't say that it knows of the server's settings, which therefore don't hold. */
  readonly deaf?: boolean;
  /** The window of each stream for what the server sends; the largest that there is if it is left out. */
  readonly windowBytes?: number;
}

/**
 * A connection of HTTP/2 that keeps to nothing: it sends the frames that it is given, and counts what comes back in a
 * tally: `0` to `16` for statuses of gRPC, `reset N`, `goaway N` and `closed`.
 */
export class RawConnection {
  readonly socket: Socket;
  /** The streams that were begun and have not ended, by a status or a reset. */
  readonly openStreams = new Set<number>();
  /** How many streams the server lets be open; known once it has sent its settings. */
  maxStreams = Infinity;
  readonly #tally: Tally;
  readonly #isDeaf: boolean;
  readonly #reader = new FrameReader();
  #nextStream = 1;
  #onEnded: (() => void) | undefined;

  private constructor(socket: Socket, tally: Tally, isDeaf: boolean) {
    this.socket = socket;
    this.#tally = tally;
    this.#isDeaf = isDeaf;
  }

  /** Connects, says the preface and settings, and waits for the server's, unless nothing is to be read. */
  static async open(
    { port, authority, tally }: Pick<Target, 'port' | 'authority' | 'tally'>,
    options: RawOptions = {},
  ) {
    const { unread = false, deaf = false, windowBytes = MAX_WINDOW } = options;
    const socket = openSocket(port, authority);
    const connection = new RawConnection(socket, tally, deaf);
    // What the server closes in the middle of a flood is a reset of TCP.
    socket.on('error', () => undefined);
    socket.once('close', () => {
      tally.count('closed');
      connection.#onEnded?.();
    });
    try {
      await once(socket, authority === undefined ? 'connect' : 'secureConnect');
    } catch {
      // Closed before it was let in.
      return connection;
    }
    socket.write(
      Buffer.concat([
        PREFACE,
        settingsFrame([
          [SETTING.headerTableSize, 0],
          [SETTING.initialWindowSize, windowBytes],
        ]),
        windowUpdateFrame(MAX_WINDOW - DEFAULT_WINDOW),
      ]),
    );
    if (unread) return connection;
    const settled = new Promise<void>((resolve) => (connection.#onEnded = resolve));
    socket.on('data', (chunk) => {
      for (const received of connection.#reader.read(chunk)) connection.#take(received);
    });
    await settled;
    connection.#onEnded = undefined;
    return connection;
  }

  get open(): boolean {
    return !this.socket.destroyed && this.socket.writable;
  }

  /** Takes the number of a new stream. */
  newStream(): number {
    const stream = this.#nextStream;
    this.#nextStream += 2;
    this.openStreams.add(stream);
    return stream;
  }

  /** Gives the frame that resets a stream, whose end is not waited for any more. */
  cancel(stream: number): Buffer {
    this.openStreams.delete(stream);
    const payload = Buffer.alloc(4);
    payload.writeUInt32BE(constants.NGHTTP2_CANCEL);
    return frame(FRAME.reset, 0, stream, payload);
  }

  /** Sends bytes, and waits until the server takes them. False if it doesn't, or has ended the connection. */
  async send(bytes: Uint8Array): Promise<boolean> {
    if (!this.open) return false;
    if (this.socket.write(bytes)) return true;
    const ended = new AbortController();
    const { signal } = ended;
    const taken = Promise.race([once(this.socket, 'drain', { signal }), once(this.socket, 'close', { signal })]);
    const isTaken = await Promise.race([taken.then(() => true), delay(STUCK_MS, false, { signal })]).catch(() => false);
    ended.abort();
    await taken.catch(() => undefined);
    return isTaken && this.open;
  }

  /** Waits until at most so many streams are open; false if the connection ended before. */
  async untilOpen(most: number): Promise<boolean> {
    while (this.openStreams.size > most && !this.socket.closed) {
      await new Promise<void>((resolve) => (this.#onEnded = resolve));
    }
    this.#onEnded = undefined;
    return this.openStreams.size <= most;
  }

  /** Closes the connection as a client does that crashed. */
  async close(): Promise<void> {
    const closed = this.socket.closed ? undefined : once(this.socket, 'close');
    this.socket.destroy();
    await closed;
  }

  #take({ type, flags, stream, payload }: Frame): void {
    switch (type) {
      case FRAME.headers:
        if ((flags & FLAG.endStream) !== 0) {
          this.#end(stream, String(readGrpcStatus(headerBlock(payload, flags)) ?? 'no status'));
        }
        break;
      case FRAME.reset:
        this.#end(stream, `reset ${payload.readUInt32BE(0)}`);
        break;
      case FRAME.settings:
        if ((flags & FLAG.ack) !== 0) break;
        for (let offset = 0; offset < payload.length; offset += 6) {
          if (payload.readUInt16BE(offset) !== SETTING.maxConcurrentStreams) continue;
          this.maxStreams = payload.readUInt32BE(offset + 2);
        }
        if (!this.#isDeaf) this.socket.write(frame(FRAME.settings, FLAG.ack, 0));
        this.#onEnded?.();
        break;
      case FRAME.ping:
        if ((flags & FLAG.ack) === 0) this.socket.write(frame(FRAME.ping, FLAG.ack, stream, payload));
        break;
      case FRAME.goaway:
        this.#tally.count(`goaway ${payload.readUInt32BE(4)}`);
        break;
    }
  }

  #end(stream: number, how: string): void {
    // A status may be followed by a reset.
    if (!this.openStreams.delete(stream)) return;
    this.#tally.count(how);
    this.#onEnded?.();
  }
}

function openSocket(port: number, authority: string | undefined): Socket {
  const place = { host: '127.0.0.1', port };
  if (authority === undefined) return connect({ ...place, noDelay: true });
  const socket = connectSecurely({ ...place, ca: readFileSync(authority), ALPNProtocols: ['h2'] });
  socket.setNoDelay();
  return socket;
}
