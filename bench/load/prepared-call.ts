import type { CallSource } from './call-source.js';
import { FLAG, FRAME, frame, FRAME_HEADER_BYTES, MAX_FRAME_BYTES } from './frames.js';

/** The bytes before a gRPC message: whether it is compressed, and its length. */
const MESSAGE_PREFIX_BYTES = 5;

/**
 * One caller's request as the frames that go onto the wire, HEADERS and DATA in one buffer. The same buffer serves
 * every call, so what {@link PreparedCall.next} returns has to be copied before the next one.
 */
export class PreparedCall {
  readonly source: CallSource;
  /** How much of the flow-control windows a request takes. */
  readonly dataBytes: number;
  /** How many bytes of messages came back for the call under way. */
  received = 0;

  readonly #frames: Buffer;
  readonly #message: Buffer;
  readonly #dataOffset: number;

  constructor(headers: Buffer, source: CallSource) {
    const { template } = source;
    const prefix = Buffer.alloc(MESSAGE_PREFIX_BYTES);
    prefix.writeUInt32BE(template.length, 1);
    this.source = source;
    this.dataBytes = MESSAGE_PREFIX_BYTES + template.length;
    if (headers.length > MAX_FRAME_BYTES || this.dataBytes > MAX_FRAME_BYTES) {
      throw new RangeError(`headers and message have to fit into a frame of ${MAX_FRAME_BYTES} bytes each`);
    }
    this.#dataOffset = FRAME_HEADER_BYTES + headers.length;
    this.#frames = Buffer.concat([
      frame(FRAME.headers, FLAG.endHeaders, 0, headers),
      frame(FRAME.data, FLAG.endStream, 0, Buffer.concat([prefix, template])),
    ]);
    this.#message = this.#frames.subarray(this.#frames.length - template.length);
  }

  /** Makes the frames of a call on the stream given. */
  next(stream: number): Buffer {
    this.received = 0;
    this.source.prepare(this.#message);
    this.#frames.writeUInt32BE(stream, 5);
    this.#frames.writeUInt32BE(stream, this.#dataOffset + 5);
    return this.#frames;
  }
}
