import type { JsonObject } from '../domain/json.js';
import { decodeStruct } from './decode-struct.js';
import { encodeStruct } from './encode-struct.js';

/**
 * A metadata document as the bytes of a `google.protobuf.Struct`. The codec copies these bytes into a message as they
 * are, so a document that is stored and answered in this form is never parsed.
 */
export class StructBytes {
  /** The document `{}`. */
  static readonly EMPTY = StructBytes.fromJson({});

  readonly bytes: Uint8Array;
  #json: JsonObject | undefined;

  /** @param bytes a valid Struct, as the codec's encoder or decoder left it. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Encodes a document that keeps the document rules. */
  static fromJson(json: JsonObject): StructBytes {
    const struct = new StructBytes(encodeStruct(json));
    struct.#json = json;
    return struct;
  }

  /** Parses the document, once. Throws if the bytes are not a valid Struct. */
  json(): JsonObject {
    this.#json ??= decodeStruct(this.bytes);
    return this.#json;
  }
}
