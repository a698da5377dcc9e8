import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import { keyProblem, MAX_DEPTH, numberProblem } from '../domain/document.js';
import type { JsonObject } from '../domain/json.js';
import { StructError } from './struct-error.js';
import { TAG } from './struct-tags.js';

/**
 * Encodes a document as the bytes of a `google.protobuf.Struct`, its members in the order that they have in the object.
 * Equal documents with the same order give the same bytes. -0 is written as 0.
 *
 * @throws StructError if the document breaks a document rule, or holds what is not JSON (undefined, a Date, a lone
 *   surrogate…). Whoever calls this has checked, so that is a bug, and better than a value lost in silence.
 */
export function encodeStruct(json: JsonObject): Uint8Array {
  return new Uint8Array(writer.write(json));
}

/** Does what {@link encodeStruct} does, into a message that is being written. */
export function encodeStructTo(json: JsonObject, message: BinaryWriter): BinaryWriter {
  return message.raw(writer.write(json));
}

/** Is enough for nearly every document within the limit. */
const SCRATCH_BYTES = 64 * 1024;

/** Up to this many characters, ASCII is written faster here than by a call into Node. */
const SHORT = 40;

/** Before each header, so much is kept free: more than it takes, and a number or a boolean before it. */
const SMALL = 32;

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Writes from the end of a scratch buffer towards its start, so that the length of what is inside a field is known when
 * the field's own header is written before it.
 */
class StructWriter {
  private scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
  private view = new DataView(this.scratch.buffer);
  /** Where what has been written begins. */
  private at = SCRATCH_BYTES;
  /** The steps to what is being written; what is behind the current level is left over. */
  private readonly path: (string | number)[] = [];

  /** Returns bytes that the next call overwrites. */
  write(json: JsonObject): Uint8Array {
    // A scratch that one huge document made is not kept for ever.
    if (this.scratch.length > 16 * SCRATCH_BYTES) this.grow(SCRATCH_BYTES, 0);
    this.at = this.scratch.length;
    this.writeObject(json, 1);
    return this.scratch.subarray(this.at);
  }

  private writeObject(object: object, level: number): void {
    if (level > MAX_DEPTH) this.fail(level - 1, `nested past ${MAX_DEPTH} levels`);
    if (!isPlain(object)) this.fail(level - 1, 'an object that is neither plain nor an array is not JSON');
    for (const key of Object.keys(object).reverse()) {
      this.path[level - 1] = key;
      const problem = keyProblem(key);
      if (problem !== undefined) this.fail(level, problem);
      const behind = this.scratch.length - this.at;
      this.writeValue((object as Record<string, unknown>)[key], level);
      this.writeHeader(TAG.value, behind);
      this.writeText(TAG.key, key, level);
      this.writeHeader(TAG.fields, behind);
    }
  }

  private writeArray(array: readonly unknown[], level: number): void {
    if (level > MAX_DEPTH) this.fail(level - 1, `nested past ${MAX_DEPTH} levels`);
    for (let index = array.length - 1; index >= 0; index -= 1) {
      this.path[level - 1] = index;
      const behind = this.scratch.length - this.at;
      this.writeValue(array[index], level);
      this.writeHeader(TAG.values, behind);
    }
  }

  private writeValue(value: unknown, depth: number): void {
    if (typeof value === 'string') {
      this.writeText(TAG.stringValue, value, depth);
    } else if (typeof value === 'number') {
      this.writeNumber(value, depth);
    } else if (typeof value === 'boolean') {
      this.writeFlag(TAG.boolValue, value ? 1 : 0);
    } else if (value === null) {
      this.writeFlag(TAG.nullValue, 0);
    } else if (typeof value === 'object') {
      const behind = this.scratch.length - this.at;
      if (Array.isArray(value)) {
        this.writeArray(value, depth + 1);
        this.writeHeader(TAG.listValue, behind);
      } else {
        this.writeObject(value, depth + 1);
        this.writeHeader(TAG.structValue, behind);
      }
    } else {
      this.fail(depth, `a value of type ${typeof value} is not JSON`);
    }
  }

  private writeNumber(number: number, depth: number): void {
    const problem = numberProblem(number);
    if (problem !== undefined) this.fail(depth, problem);
    this.at -= 8;
    // Adding 0 makes -0 into 0.
    this.view.setFloat64(this.at, number + 0, true);
    this.scratch[(this.at -= 1)] = TAG.numberValue;
  }

  private writeFlag(tag: number, value: 0 | 1): void {
    this.scratch[(this.at -= 1)] = value;
    this.scratch[(this.at -= 1)] = tag;
  }

  private writeText(tag: number, text: string, depth: number): void {
    const behind = this.scratch.length - this.at;
    if (text.length > SHORT || !this.writeShortAscii(text)) {
      if (LONE_SURROGATE.test(text)) this.fail(depth, 'a lone surrogate can not be written as UTF-8');
      const length = Buffer.byteLength(text);
      this.reserve(length);
      this.at -= length;
      this.scratch.write(text, this.at, length);
    }
    this.writeHeader(tag, behind);
  }

  /** Returns false, and has written nothing, if the text is not ASCII. */
  private writeShortAscii(text: string): boolean {
    this.reserve(SHORT);
    const { scratch } = this;
    let at = this.at;
    for (let index = text.length - 1; index >= 0; index -= 1) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) return false;
      scratch[(at -= 1)] = code;
    }
    this.at = at;
    return true;
  }

  /** Puts tag and length before all that has been written but the last `behind` bytes. */
  private writeHeader(tag: number, behind: number): void {
    let length = this.scratch.length - this.at - behind;
    this.reserve(SMALL);
    if (length < 0x80) {
      this.scratch[(this.at -= 1)] = length;
    } else {
      this.at -= length < 1 << 14 ? 2 : length < 1 << 21 ? 3 : length < 1 << 28 ? 4 : 5;
      let at = this.at;
      for (; length > 0x7f; length >>>= 7) this.scratch[at++] = (length & 0x7f) | 0x80;
      this.scratch[at] = length;
    }
    this.scratch[(this.at -= 1)] = tag;
  }

  /** Makes room for so many bytes before what has been written. */
  private reserve(bytes: number): void {
    if (this.at < bytes) this.grow(2 * (this.scratch.length + bytes), this.scratch.length - this.at);
  }

  private grow(size: number, written: number): void {
    const grown = Buffer.allocUnsafeSlow(size);
    this.scratch.copy(grown, size - written, this.scratch.length - written);
    this.scratch = grown;
    this.view = new DataView(grown.buffer);
    this.at = size - written;
  }

  private fail(steps: number, problem: string): never {
    throw new StructError(this.path.slice(0, steps), problem);
  }
}

const writer = new StructWriter();

/** Tells an object literal, of any realm, from an instance of a class. */
function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}
