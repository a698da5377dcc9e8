import { FRAME_HEADER_BYTES } from './frames.js';

/** One frame as it came. Its payload is good until the next chunk is read. */
export interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  readonly payload: Buffer;
}

/** Cuts the bytes of a connection into frames, wherever the chunks end. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);

  /** Yields the frames that are whole with this chunk, and keeps what is left. */
  *read(chunk: Buffer): Generator<Frame> {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let start = 0;
    while (bytes.length - start >= FRAME_HEADER_BYTES) {
      const payloadStart = start + FRAME_HEADER_BYTES;
      const end = payloadStart + bytes.readUIntBE(start, 3);
      if (end > bytes.length) break;
      yield {
        type: bytes.readUInt8(start + 3),
        flags: bytes.readUInt8(start + 4),
        stream: bytes.readUInt32BE(start + 5) & 0x7fff_ffff,
        payload: bytes.subarray(payloadStart, end),
      };
      start = end;
    }
    this.#rest = bytes.subarray(start);
  }
}
