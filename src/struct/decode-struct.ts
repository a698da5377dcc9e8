import { keyProblem, MAX_DEPTH, numberProblem } from '../domain/document.js';
import type { JsonObject, JsonValue } from '../domain/json.js';
import { readKey, readText } from './read-text.js';
import { StructError } from './struct-error.js';
import { TAG } from './struct-tags.js';

const TOO_DEEP = `nested past ${MAX_DEPTH} levels; flatten the document`;
const NOT_UTF8 = 'invalid UTF-8; send text as UTF-8, and other bytes as base64';
const KINDLESS = 'a Value of no kind; send null_value for null';
const TWO_KINDS = 'a Value of more than one kind or field; send exactly one kind';
const NOT_NULL = 'null_value must be 0 (NULL_VALUE)';
const KEY_TWICE = 'a key that the object has already; send each key once';
const TWO_OF_AN_ENTRY = 'a map entry with two keys or two values; send one entry for each member';
const MALFORMED = 'bytes that are cut short or malformed; encode the message with a protobuf library';

function noSuchField(message: string, tag: number): string {
  return `field ${Math.floor(tag / 8)} of wire type ${tag % 8} is not one of google.protobuf.${message}; leave it out`;
}

/**
 * Decodes a `google.protobuf.Struct` to plain JSON, with the document rules checked in the same pass. What a protobuf
 * parser would drop, merge or replace in silence (unknown fields, a key given twice, a Value with two kinds or none,
 * invalid UTF-8) is refused too. -0 becomes 0.
 *
 * @param bytes holds the Struct from `start` to before `end`, both within it; by default all of it.
 * @throws StructError at the first thing that breaks a rule
 */
export function decodeStruct(bytes: Uint8Array, start = 0, end = bytes.length): JsonObject {
  return new StructReader(bytes, start).readObject(end, 1);
}

/**
 * A cursor over the bytes. Each `read` method reads from `at` to `end` exactly, which is within the bytes. The level of
 * an object or array is 1 for the document itself; its own path has one step fewer than its level.
 */
class StructReader {
  private readonly bytes: Buffer;
  private readonly view: DataView;
  /** The steps to where the cursor is; what is behind the current level is left over. */
  private readonly path: (string | number)[] = [];
  private at: number;

  constructor(bytes: Uint8Array, at: number) {
    const { buffer, byteOffset, byteLength } = bytes;
    this.bytes = Buffer.isBuffer(bytes) ? bytes : Buffer.from(buffer, byteOffset, byteLength);
    this.view = new DataView(buffer, byteOffset, byteLength);
    this.at = at;
  }

  readObject(end: number, level: number): JsonObject {
    if (level > MAX_DEPTH) this.fail(level - 1, TOO_DEEP);
    const object: JsonObject = {};
    while (this.at < end) {
      const tag = this.readVarint(end, level - 1);
      if (tag !== TAG.fields) this.fail(level - 1, noSuchField('Struct', tag));
      this.readMember(object, this.readEnd(end, level - 1), level);
    }
    return object;
  }

  private readMember(object: JsonObject, end: number, level: number): void {
    // Both are found before they are read: the value may come before the key, and its path needs that.
    let keyStart = -1;
    let keyEnd = -1;
    // An entry without a value is one with an empty Value, which has no kind.
    let valueStart = -1;
    let valueEnd = -1;
    while (this.at < end) {
      const tag = this.readVarint(end, level - 1);
      if (tag !== TAG.key && tag !== TAG.value) this.fail(level - 1, noSuchField('Struct.FieldsEntry', tag));
      const fieldEnd = this.readEnd(end, level - 1);
      if (tag === TAG.key && keyStart === -1) {
        keyStart = this.at;
        keyEnd = fieldEnd;
      } else if (tag === TAG.value && valueStart === -1) {
        valueStart = this.at;
        valueEnd = fieldEnd;
      } else {
        this.fail(level - 1, TWO_OF_AN_ENTRY);
      }
      this.at = fieldEnd;
    }
    const key = readKey(this.bytes, keyStart, keyEnd);
    this.path[level - 1] = key ?? this.bytes.toString('utf8', keyStart, keyEnd);
    if (key === undefined) this.fail(level, NOT_UTF8);
    const problem = keyProblem(key);
    if (problem !== undefined) this.fail(level, problem);
    if (Object.hasOwn(object, key)) this.fail(level, KEY_TWICE);
    this.at = valueStart;
    object[key] = this.readValue(valueEnd, level);
    this.at = end;
  }

  private readArray(end: number, level: number): JsonValue[] {
    if (level > MAX_DEPTH) this.fail(level - 1, TOO_DEEP);
    const array: JsonValue[] = [];
    while (this.at < end) {
      const tag = this.readVarint(end, level - 1);
      if (tag !== TAG.values) this.fail(level - 1, noSuchField('ListValue', tag));
      this.path[level - 1] = array.length;
      array.push(this.readValue(this.readEnd(end, level), level));
    }
    return array;
  }

  private readValue(end: number, depth: number): JsonValue {
    if (this.at === end) this.fail(depth, KINDLESS);
    let value: JsonValue;
    const tag = this.readVarint(end, depth);
    switch (tag) {
      case TAG.nullValue:
        if (this.readVarint(end, depth) !== 0) this.fail(depth, NOT_NULL);
        value = null;
        break;
      case TAG.numberValue:
        value = this.readNumber(end, depth);
        break;
      case TAG.stringValue: {
        const textEnd = this.readEnd(end, depth);
        value = readText(this.bytes, this.at, textEnd) ?? this.fail(depth, NOT_UTF8);
        this.at = textEnd;
        break;
      }
      case TAG.boolValue:
        value = this.readVarint(end, depth) !== 0;
        break;
      case TAG.structValue:
        value = this.readObject(this.readEnd(end, depth), depth + 1);
        break;
      case TAG.listValue:
        value = this.readArray(this.readEnd(end, depth), depth + 1);
        break;
      default:
        this.fail(depth, noSuchField('Value', tag));
    }
    if (this.at !== end) this.fail(depth, TWO_KINDS);
    return value;
  }

  private readNumber(end: number, depth: number): number {
    if (end - this.at < 8) this.fail(depth, MALFORMED);
    const number = this.view.getFloat64(this.at, true);
    this.at += 8;
    // The integer form makes -0 into 0, and is what the engine keeps without a box.
    const integer = number | 0;
    if (integer === number) return integer;
    const problem = numberProblem(number);
    if (problem !== undefined) this.fail(depth, problem);
    return number;
  }

  /** Reads the length of a field and returns where the field ends. */
  private readEnd(end: number, depth: number): number {
    const length = this.readVarint(end, depth);
    if (length > end - this.at) this.fail(depth, MALFORMED);
    return this.at + length;
  }

  private readVarint(end: number, depth: number): number {
    const first = this.bytes[this.at] ?? 0;
    if (first < 0x80 && this.at < end) {
      this.at += 1;
      return first;
    }
    return this.readLongVarint(end, depth);
  }

  private readLongVarint(end: number, depth: number): number {
    let value = 0;
    let place = 1;
    for (let index = 0; index < 10 && this.at < end; index += 1) {
      const byte = this.bytes[this.at] ?? 0;
      this.at += 1;
      value += (byte & 0x7f) * place;
      place *= 0x80;
      // A tenth byte has one bit left of 64.
      if (byte < 0x80 && (index < 9 || byte < 2)) return value;
    }
    this.fail(depth, MALFORMED);
  }

  private fail(steps: number, problem: string): never {
    throw new StructError(this.path.slice(0, steps), problem);
  }
}
