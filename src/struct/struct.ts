import { BinaryReader, type BinaryWriter } from '@bufbuild/protobuf/wire';
import type { JsonObject } from '../domain/json.js';
import { decodeStruct } from './decode-struct.js';
import { encodeStructTo } from './encode-struct.js';
import { StructBytes } from './struct-bytes.js';
import { StructError } from './struct-error.js';
import type { StructFault } from './struct-fault.js';

/** What generated code calls for a field of type `google.protobuf.Struct`. A message holds plain JSON in such a field. */
export const Struct = {
  /** Writes a document into a message; the bytes of a {@link StructBytes} as they are. */
  encode(document: JsonObject | StructBytes, writer: BinaryWriter): BinaryWriter {
    return document instanceof StructBytes ? writer.raw(document.bytes) : encodeStructTo(document, writer);
  },

  /**
   * Reads a document of `length` bytes, by default all that is left, and leaves the reader behind it.
   *
   * @returns the document; or what is wrong with it, since a decoder that throws ends a call as INTERNAL.
   * @throws RangeError if the message ends before the document does: then the message is malformed, not the document
   */
  decode(input: BinaryReader | Uint8Array, length?: number): JsonObject | StructFault {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const start = reader.pos;
    const end = length === undefined ? reader.len : start + length;
    if (end > reader.len) throw new RangeError('the message ends within a google.protobuf.Struct');
    reader.pos = end;
    try {
      return decodeStruct(bytesOf(reader), start, end);
    } catch (error) {
      if (error instanceof StructError) return error.fault;
      throw error;
    }
  },

  /** Makes of a field's value what `encode` takes: nothing is to be done. */
  wrap(document: JsonObject | StructBytes): JsonObject | StructBytes {
    return document;
  },

  /** Makes of what `decode` returns a field's value: nothing is to be done. */
  unwrap(document: JsonObject | StructFault): JsonObject | StructFault {
    return document;
  },
};

/** The reader keeps its bytes to itself, and its own methods would cost a call and a slice for every field. */
function bytesOf(reader: BinaryReader): Uint8Array {
  return (reader as unknown as { readonly buf: Uint8Array }).buf;
}
