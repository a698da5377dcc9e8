import { connect, type Socket } from 'node:net';
import { NO_STATUS, RESET } from './call-source.js';
import { type Frame, FrameReader } from './frame-reader.js';
import {
  DEFAULT_WINDOW,
  FLAG,
  FRAME,
  frame,
  goawayFrame,
  headerBlock,
  MAX_WINDOW,
  PREFACE,
  SETTING,
  settingsFrame,
  windowUpdateFrame,
} from './frames.js';
import { readGrpcStatus } from './hpack.js';
import type { PreparedCall } from './prepared-call.js';

/** What a connection tells of. */
export interface ConnectionEvents {
  /** A call was answered. Returns whether the same caller makes another one. */
  answered(call: PreparedCall, status: number): boolean;
  /** The server said GOAWAY and every call that it took is answered; these are the callers that are left. */
  drained(calls: PreparedCall[]): void;
  failed(error: Error): void;
}

/**
 * One HTTP/2 connection that makes unary gRPC calls with as little work for each as can be: the frames are built by
 * hand, and of an answer only the end, the status and the length are looked at. Starts when the server's settings have
 * come, keeps to its windows and its limit of streams, and answers its pings.
 */
export class LoadConnection {
  readonly #socket: Socket;
  readonly #events: ConnectionEvents;
  readonly #reader = new FrameReader();
  /** The callers that wait for a stream or for the window. */
  readonly #waiting: PreparedCall[];
  readonly #streams = new Map<number, PreparedCall>();
  /** The statuses of header blocks that came before: there are few different ones. */
  readonly #statuses = new Map<string, number | undefined>();

  #settled = false;
  #leaving = false;
  #nextStream = 1;
  #maxStreams = Infinity;
  #streamWindow = DEFAULT_WINDOW;
  #window = DEFAULT_WINDOW;
  #unacknowledged = 0;
  #outbox: Buffer[] = [];

  constructor(port: number, calls: readonly PreparedCall[], events: ConnectionEvents) {
    this.#events = events;
    this.#waiting = [...calls];
    this.#socket = connect({ host: '127.0.0.1', port, noDelay: true });
    this.#socket.on('data', (chunk) => {
      this.#receive(chunk);
    });
    this.#socket.on('error', (error) => {
      events.failed(error);
    });
    this.#socket.on('close', () => {
      if (!this.#leaving) events.failed(new Error('the server closed the connection'));
    });
    const settings = settingsFrame([
      [SETTING.headerTableSize, 0],
      [SETTING.enablePush, 0],
      [SETTING.initialWindowSize, MAX_WINDOW],
    ]);
    this.#socket.write(Buffer.concat([PREFACE, settings, windowUpdateFrame(MAX_WINDOW - DEFAULT_WINDOW)]));
  }

  /** Says good-bye and closes the connection. */
  close(): void {
    this.#leaving = true;
    this.#socket.end(goawayFrame());
  }

  #receive(chunk: Buffer): void {
    try {
      for (const received of this.#reader.read(chunk)) this.#take(received);
    } catch (error) {
      this.#leaving = true;
      this.#socket.destroy();
      this.#events.failed(error as Error);
      return;
    }
    this.#send();
    if (this.#leaving && this.#streams.size === 0 && !this.#socket.writableEnded) {
      this.close();
      this.#events.drained(this.#waiting.splice(0));
    }
  }

  #take({ type, flags, stream, payload }: Frame): void {
    switch (type) {
      case FRAME.data:
        this.#takeData(flags, stream, payload);
        break;
      case FRAME.headers:
        if ((flags & FLAG.endHeaders) === 0) throw new Error('the server sends headers of more than one frame');
        if ((flags & FLAG.endStream) !== 0) this.#end(stream, this.#status(headerBlock(payload, flags)));
        break;
      case FRAME.reset:
        this.#end(stream, RESET);
        break;
      case FRAME.settings:
        if ((flags & FLAG.ack) === 0) this.#takeSettings(payload);
        break;
      case FRAME.ping:
        if ((flags & FLAG.ack) === 0) this.#outbox.push(frame(FRAME.ping, FLAG.ack, 0, payload));
        break;
      case FRAME.goaway:
        this.#takeGoaway(payload);
        break;
      case FRAME.windowUpdate:
        if (stream === 0) this.#window += payload.readUInt32BE(0) & MAX_WINDOW;
        break;
    }
  }

  #takeData(flags: number, stream: number, payload: Buffer): void {
    const call = this.#streams.get(stream);
    if (call !== undefined) call.received += payload.length;
    this.#unacknowledged += payload.length;
    if (this.#unacknowledged > MAX_WINDOW / 2) {
      this.#outbox.push(windowUpdateFrame(this.#unacknowledged));
      this.#unacknowledged = 0;
    }
    if ((flags & FLAG.endStream) !== 0) this.#end(stream, NO_STATUS);
  }

  #takeSettings(payload: Buffer): void {
    for (let offset = 0; offset < payload.length; offset += 6) {
      const value = payload.readUInt32BE(offset + 2);
      const id = payload.readUInt16BE(offset);
      if (id === SETTING.maxConcurrentStreams) this.#maxStreams = value;
      if (id === SETTING.initialWindowSize) this.#streamWindow = value;
    }
    this.#settled = true;
    this.#outbox.push(frame(FRAME.settings, FLAG.ack, 0));
  }

  #takeGoaway(payload: Buffer): void {
    const lastStream = payload.readUInt32BE(0) & MAX_WINDOW;
    const code = payload.readUInt32BE(4);
    if (code !== 0) throw new Error(`the server ended the connection with the error ${code} of HTTP/2`);
    this.#leaving = true;
    for (const [stream, call] of this.#streams) {
      if (stream <= lastStream) continue;
      this.#streams.delete(stream);
      this.#waiting.push(call);
    }
  }

  #end(stream: number, status: number): void {
    const call = this.#streams.get(stream);
    if (call === undefined) return;
    this.#streams.delete(stream);
    if (this.#events.answered(call, status)) this.#waiting.push(call);
  }

  #status(block: Buffer): number {
    const key = block.toString('latin1');
    if (!this.#statuses.has(key)) this.#statuses.set(key, readGrpcStatus(block));
    return this.#statuses.get(key) ?? NO_STATUS;
  }

  #send(): void {
    while (this.#settled && !this.#leaving && this.#streams.size < this.#maxStreams) {
      const call = this.#waiting[0];
      if (call === undefined || call.dataBytes > this.#window) break;
      if (call.dataBytes > this.#streamWindow) throw new Error('a request is larger than the window of a stream');
      this.#waiting.shift();
      this.#window -= call.dataBytes;
      this.#streams.set(this.#nextStream, call);
      this.#outbox.push(call.next(this.#nextStream));
      this.#nextStream += 2;
    }
    if (this.#outbox.length === 0) return;
    this.#socket.write(Buffer.concat(this.#outbox));
    this.#outbox = [];
  }
}
