import { fromBinary, fromJson, toBinary, toJson } from '@bufbuild/protobuf';
import { StructSchema } from '@bufbuild/protobuf/wkt';
import type { JsonObject } from '../../src/domain/json.js';

/** Encodes a document with protobuf-es. */
export function encodeIndependently(document: JsonObject): Uint8Array {
  return toBinary(StructSchema, fromJson(StructSchema, document));
}

/** Decodes a document with protobuf-es; undefined if that refuses it. */
export function decodeIndependently(bytes: Uint8Array): JsonObject | undefined {
  try {
    return toJson<typeof StructSchema>(StructSchema, fromBinary(StructSchema, bytes));
  } catch {
    return undefined;
  }
}
