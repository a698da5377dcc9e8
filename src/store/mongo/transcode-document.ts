import { isUtf8 } from 'node:buffer';
import { keyProblem, MAX_DEPTH, numberProblem } from '../../domain/document.js';
import { StructBytes } from '../../struct/struct-bytes.js';
import { TAG } from '../../struct/struct-tags.js';
import { DamagedRecord } from '../damaged-record.js';
import { TYPE, typeName, valueEnd } from './bson-types.js';
import { decodeKey } from './encode-keys.js';
import { SizedStructWriter } from './sized-struct-writer.js';

/** A metadata document as it is answered, and the size that the limit counts. */
export interface SizedDocument {
  readonly document: StructBytes;
  readonly sizeBytes: number;
}

/**
 * Makes of a document's BSON the bytes of its Struct, with decoded keys, in one pass: no value becomes an object in between, and
 * text stays the UTF-8 that it is. Members keep the order that they have.
 *
 * @param field names the document in the error.
 * @throws DamagedRecord if it breaks a document rule, holds what is not JSON, or has a key that `encodeKey` can't have made
 */
export function transcodeDocument(field: string, bson: Uint8Array): SizedDocument {
  return new Transcoder(field, bson).transcode();
}

/** The shortest member of BSON has 3 bytes, and 9 as one of a Struct; longer ones grow by less. */
const GROWTH = 4;

/** For so many members hashes of keys are compared with each other; for more, the keys are put into a set. */
const FEW_MEMBERS = 64;

/** The numbers kept of a member: where it begins, where its key ends, and a hash of the key. */
const MEMBER = 3;

const [DOT, PERCENT, DOLLAR, UNDERSCORE] = Buffer.from('.%$_');

const writer = new SizedStructWriter();

class Transcoder {
  private readonly field: string;
  private readonly bytes: Buffer;
  private readonly view: DataView;
  /** The members of the objects and arrays that are being written, {@link MEMBER} numbers each. */
  private readonly members: number[] = [];

  constructor(field: string, { buffer, byteOffset, byteLength }: Uint8Array) {
    this.field = field;
    this.bytes = Buffer.from(buffer, byteOffset, byteLength);
    this.view = new DataView(buffer, byteOffset, byteLength);
  }

  transcode(): SizedDocument {
    const { length } = this.bytes;
    writer.begin(GROWTH * length);
    if (valueEnd(this.view, TYPE.object, 0, length) !== length) this.fail('is malformed');
    this.writeDocument(0, length, false, 1);
    return { document: new StructBytes(writer.end()), sizeBytes: writer.size };
  }

  /** Writes the members of an object or of an array, whose bytes are all from `start` to before `end`. */
  private writeDocument(start: number, end: number, isArray: boolean, level: number): void {
    if (level > MAX_DEPTH) this.fail(`is nested too deeply, past ${MAX_DEPTH} levels`);
    const { members } = this;
    const first = members.length;
    this.findMembers(start + 4, end - 1, isArray);
    if (!isArray && this.mayHaveKeyTwice(first)) this.refuseKeyTwice(first);
    // The brackets, and a comma between any two.
    writer.size += Math.max(2, 1 + (members.length - first) / MEMBER);
    let valueEndsAt = end - 1;
    for (let member = members.length - MEMBER; member >= first; member -= MEMBER) {
      const begin = members[member] ?? 0;
      const keyEnd = members[member + 1] ?? 0;
      const behind = writer.written;
      this.writeValue(this.bytes[begin] ?? 0, keyEnd + 1, valueEndsAt, level);
      if (isArray) {
        writer.header(TAG.values, behind);
      } else {
        writer.header(TAG.value, behind);
        this.writeKey(begin + 1, keyEnd);
        writer.header(TAG.fields, behind);
      }
      valueEndsAt = begin;
    }
    members.length = first;
  }

  private findMembers(start: number, end: number, isArray: boolean): void {
    const { bytes, members, view } = this;
    let at = start;
    while (at < end) {
      const type = bytes[at] ?? 0;
      let keyEnd = at + 1;
      let hash = 0;
      for (let byte = bytes[keyEnd] ?? 0; byte !== 0; byte = bytes[keyEnd] ?? 0) {
        if (!isArray) hash = (Math.imul(hash, 31) + byte) | 0;
        keyEnd += 1;
      }
      const next = valueEnd(view, type, keyEnd + 1, end);
      if (next === undefined) this.refuseValue(type);
      members.push(at, keyEnd, hash);
      at = next;
    }
  }

  private writeValue(type: number, start: number, end: number, level: number): void {
    const { bytes, view } = this;
    if (type === TYPE.text || type === TYPE.symbol) {
      const behind = writer.written;
      this.writeText(start + 4, end - 1);
      writer.header(TAG.stringValue, behind);
    } else if (type === TYPE.double) {
      this.writeNumber(view.getFloat64(start, true));
    } else if (type === TYPE.boolean) {
      writer.boolean(bytes[start] !== 0);
    } else if (type === TYPE.null) {
      writer.null();
    } else if (type === TYPE.object || type === TYPE.array) {
      const isArray = type === TYPE.array;
      const behind = writer.written;
      this.writeDocument(start, end, isArray, level + 1);
      writer.header(isArray ? TAG.listValue : TAG.structValue, behind);
    } else if (type === TYPE.int) {
      this.writeNumber(view.getInt32(start, true));
    } else {
      this.writeNumber(view.getInt32(start + 4, true) * 2 ** 32 + view.getUint32(start, true));
    }
  }

  private writeNumber(number: number): void {
    if (numberProblem(number) !== undefined) this.fail('holds a number that is not finite');
    writer.number(number);
  }

  private writeText(start: number, end: number): void {
    if (!writer.text(this.bytes, start, end)) this.fail('holds text that is not UTF-8');
  }

  private writeKey(start: number, end: number): void {
    const behind = writer.written;
    // The colon.
    writer.size += 1;
    if (this.isHard(start, end)) this.writeHardKey(this.bytes.subarray(start, end));
    else this.writeText(start, end);
    writer.header(TAG.key, behind);
  }

  /** Tells whether a key may be an encoded one, or one that can't have been stored. */
  private isHard(start: number, end: number): boolean {
    const { bytes } = this;
    const first = bytes[start];
    if (start === end || first === DOLLAR || first === UNDERSCORE) return true;
    for (let at = start; at < end; at += 1) {
      if (bytes[at] === DOT || bytes[at] === PERCENT) return true;
    }
    return false;
  }

  private writeHardKey(encoded: Buffer): void {
    const key = isUtf8(encoded) ? decodeKey(encoded.toString()) : undefined;
    if (key === undefined) this.fail('has a key that is not percent-encoded as it should be');
    if (keyProblem(key) !== undefined) this.fail('has a key that documents may not have');
    const decoded = Buffer.from(key);
    writer.text(decoded, 0, decoded.length);
  }

  private mayHaveKeyTwice(first: number): boolean {
    const { members } = this;
    if (members.length - first > FEW_MEMBERS * MEMBER) return true;
    for (let later = first + MEMBER + 2; later < members.length; later += MEMBER) {
      for (let earlier = first + 2; earlier < later; earlier += MEMBER) {
        if (members[earlier] === members[later]) return true;
      }
    }
    return false;
  }

  /** BSON can hold a key twice, of which the driver would take the last. */
  private refuseKeyTwice(first: number): void {
    const keys = new Set<string>();
    for (let member = first; member < this.members.length; member += MEMBER) {
      keys.add(this.bytes.toString('latin1', (this.members[member] ?? 0) + 1, this.members[member + 1]));
    }
    if (keys.size * MEMBER < this.members.length - first) this.fail('has an object with the same key twice');
  }

  private refuseValue(type: number): never {
    const name = typeName(type);
    this.fail(name === undefined ? 'is malformed' : `holds a value of type ${name}, which JSON has not`);
  }

  private fail(problem: string): never {
    throw new DamagedRecord(`${this.field} ${problem}`);
  }
}
