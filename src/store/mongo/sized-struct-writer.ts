import { isUtf8 } from 'node:buffer';
import { TAG } from '../../struct/struct-tags.js';

/** Is enough for nearly every document within the limit. */
const SCRATCH_BYTES = 64 * 1024;

/** Up to so many bytes, text is copied faster here than by a call into Node. */
const SHORT = 24;

/** How many bytes more than itself each byte of a text takes in JSON: as `\"`, `\n` or `\u0000`. */
const EXTRA = Uint8Array.from({ length: 256 }, (_, byte) => {
  return byte > 0x7f ? 0 : JSON.stringify(String.fromCharCode(byte)).length - 3;
});

/**
 * Writes a Struct and counts its bytes as compact JSON. Writes as the Struct encoder does, from the end towards the start, so that
 * the length of what is inside a field is known when the field's own header is written before it.
 */
export class SizedStructWriter {
  /** The bytes of JSON that were counted. */
  size = 0;
  private scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
  private view = new DataView(this.scratch.buffer);
  /** Where what has been written begins. */
  private at = SCRATCH_BYTES;

  /** Begins a document that takes at most so many bytes. */
  begin(mostBytes: number): void {
    const length = Math.max(SCRATCH_BYTES, mostBytes);
    // A larger scratch that one huge document made is not kept for ever.
    if (this.scratch.length < length || this.scratch.length > 16 * SCRATCH_BYTES) {
      this.scratch = Buffer.allocUnsafeSlow(length);
      this.view = new DataView(this.scratch.buffer);
    }
    this.at = this.scratch.length;
    this.size = 0;
  }

  /** The number of bytes that were written. */
  get written(): number {
    return this.scratch.length - this.at;
  }

  /** Copies what was written. */
  end(): Buffer {
    const bytes = Buffer.allocUnsafe(this.written);
    this.scratch.copy(bytes, 0, this.at);
    return bytes;
  }

  /** Writes a finite number. -0 becomes 0. */
  number(number: number): void {
    const integer = number | 0;
    const isShort = integer === number && integer >= 0 && integer < 1000;
    if (isShort) this.size += integer < 10 ? 1 : integer < 100 ? 2 : 3;
    else this.size += String(number).length;
    this.at -= 8;
    // Adding 0 makes -0 into 0.
    this.view.setFloat64(this.at, number + 0, true);
    this.scratch[(this.at -= 1)] = TAG.numberValue;
  }

  boolean(value: boolean): void {
    this.size += value ? 4 : 5;
    this.flag(TAG.boolValue, value ? 1 : 0);
  }

  null(): void {
    this.size += 4;
    this.flag(TAG.nullValue, 0);
  }

  /** Writes text that is in UTF-8, without its header. Returns false if it is not UTF-8. */
  text(bytes: Buffer, start: number, end: number): boolean {
    const { scratch } = this;
    const length = end - start;
    const isShort = length <= SHORT;
    let at = this.at;
    let extra = 0;
    let seen = 0;
    for (let from = end - 1; from >= start; from -= 1) {
      const byte = bytes[from] ?? 0;
      if (isShort) scratch[(at -= 1)] = byte;
      extra += EXTRA[byte] ?? 0;
      seen |= byte;
    }
    this.at -= length;
    if (!isShort) bytes.copy(scratch, this.at, start, end);
    this.size += 2 + length + extra;
    return seen <= 0x7f || isUtf8(bytes.subarray(start, end));
  }

  /** Puts tag and length before all that has been written but the last `behind` bytes. */
  header(tag: number, behind: number): void {
    const { scratch } = this;
    const length = scratch.length - this.at - behind;
    let last = 0;
    while (length >>> last > 0x7f) last += 7;
    for (let shift = last; shift >= 0; shift -= 7) {
      scratch[(this.at -= 1)] = ((length >>> shift) & 0x7f) | (shift === last ? 0 : 0x80);
    }
    scratch[(this.at -= 1)] = tag;
  }

  private flag(tag: number, value: 0 | 1): void {
    this.scratch[(this.at -= 1)] = value;
    this.scratch[(this.at -= 1)] = tag;
  }
}
