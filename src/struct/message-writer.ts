import type { BinaryWriter } from '@bufbuild/protobuf/wire';

/** Is enough for nearly every message but a long listing. */
const INITIAL_BYTES = 64 * 1024;

/** A larger buffer that one long message made is not kept for ever. The longest answers have less. */
const KEPT_BYTES = 4 * 1024 * 1024;

/** The most bytes of a varint. */
const VARINT_BYTES = 10;

/** How many bytes a length takes in nearly every message: from 128 to 16383. */
const USUAL_LENGTH_BYTES = 2;

/**
 * Writes messages, one after the other, into one buffer that it keeps, as the generated `encode` calls it: the same bytes
 * as protobuf-es's BinaryWriter, which makes a handful of small objects for every field, in a quarter of the time.
 *
 * Has only the methods that messages of ours and Structs need; generated code that called another would fail loudly.
 */
export class MessageWriter {
  #buffer = Buffer.allocUnsafeSlow(INITIAL_BYTES);
  #at = 0;
  /** Where each message that is being written begins: with room for its length. */
  #begun: number[] = [];

  /**
   * Writes one message.
   *
   * @param encode writes it, with the writer that it is given, before it returns. What is left of one that threw half way
   *   never gets into another message.
   * @returns its bytes.
   */
  write(encode: (writer: BinaryWriter) => unknown): Buffer {
    const written = this.writeInPlace(encode);
    const message = Buffer.allocUnsafe(written.length);
    written.copy(message);
    return message;
  }

  /** Writes one message as {@link write} does, but gives its bytes where they were written: they hold until the next is. */
  writeInPlace(encode: (writer: BinaryWriter) => unknown): Buffer {
    this.#at = 0;
    this.#begun = [];
    if (this.#buffer.length > KEPT_BYTES) this.#buffer = Buffer.allocUnsafeSlow(INITIAL_BYTES);
    // Has all that generated code calls, and it asks for the class.
    encode(this as unknown as BinaryWriter);
    return this.#buffer.subarray(0, this.#at);
  }

  /** Begins a message within the message. */
  fork(): this {
    this.#reserve(USUAL_LENGTH_BYTES);
    this.#begun.push(this.#at);
    this.#at += USUAL_LENGTH_BYTES;
    return this;
  }

  /** Ends the message that was begun last: writes its length before it. */
  join(): this {
    const start = this.#begun.pop();
    if (start === undefined) throw new Error('join without a fork');
    const content = start + USUAL_LENGTH_BYTES;
    const length = this.#at - content;
    const lengthBytes = varintBytes(length);
    if (lengthBytes !== USUAL_LENGTH_BYTES) {
      this.#reserve(lengthBytes);
      this.#buffer.copyWithin(start + lengthBytes, content, this.#at);
    }
    this.#at = start;
    this.uint32(length);
    this.#at += length;
    return this;
  }

  /** Writes a tag, a length, or any whole number from 0 to 2^32 - 1. */
  uint32(value: number): this {
    this.#reserve(VARINT_BYTES);
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.#buffer[this.#at++] = (rest & 0x7f) | 0x80;
    this.#buffer[this.#at++] = rest;
    return this;
  }

  int32(value: number): this {
    return value >= 0 ? this.uint32(value) : this.int64(value);
  }

  int64(value: number): this {
    this.#reserve(VARINT_BYTES);
    // Seconds since 1970 are past 32 bits of varint, and BigInt would be slow: only times before 1970 need it.
    if (value < 0) return this.#negative(value);
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) this.#buffer[this.#at++] = (rest % 0x80) | 0x80;
    this.#buffer[this.#at++] = rest;
    return this;
  }

  bool(value: boolean): this {
    return this.uint32(value ? 1 : 0);
  }

  double(value: number): this {
    this.#reserve(8);
    this.#at = this.#buffer.writeDoubleLE(value, this.#at);
    return this;
  }

  string(text: string): this {
    const length = Buffer.byteLength(text);
    this.uint32(length).#reserve(length);
    this.#at += this.#buffer.write(text, this.#at);
    return this;
  }

  bytes(bytes: Uint8Array): this {
    return this.uint32(bytes.length).raw(bytes);
  }

  /** Writes bytes as they are. */
  raw(bytes: Uint8Array): this {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#at);
    this.#at += bytes.length;
    return this;
  }

  #negative(value: number): this {
    let rest = BigInt.asUintN(64, BigInt(value));
    for (; rest > 0x7fn; rest >>= 7n) this.#buffer[this.#at++] = Number(rest & 0x7fn) | 0x80;
    this.#buffer[this.#at++] = Number(rest);
    return this;
  }

  #reserve(bytes: number): void {
    const needed = this.#at + bytes;
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#buffer.length));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}

function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest > 0x7f; rest >>>= 7) bytes += 1;
  return bytes;
}
