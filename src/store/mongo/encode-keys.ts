import { Double } from 'mongodb';
import type { JsonObject, JsonValue } from '../../domain/json.js';

/** What a key may not have in MongoDB: these characters anywhere, or these beginnings and names. */
const HARD = /[.%]|^\$|^$|^_bsontype$|^__proto__$/;

/** Stands for the empty key: no other key is encoded as a `%` alone. */
const EMPTY = '%';

/**
 * Encodes a key for a document in MongoDB, where some can't be, or mean something to the driver or to servers before 5.0:
 * `.` and `%` anywhere, `$` at the beginning, and the first character of `_bsontype` and `__proto__` are percent-encoded;
 * the empty key is `%`. All other keys stay as they are.
 */
export function encodeKey(key: string): string {
  if (!HARD.test(key)) return key;
  if (key === '') return EMPTY;
  const escaped = key.replace(/[.%]/g, percent);
  return /^\$|^_bsontype$|^__proto__$/.test(escaped) ? percent(escaped.charAt(0)) + escaped.slice(1) : escaped;
}

/** Decodes what {@link encodeKey} has encoded; gives undefined for a key that it can't have made. */
export function decodeKey(encoded: string): string | undefined {
  if (!HARD.test(encoded)) return encoded;
  if (encoded === EMPTY) return '';
  const key = encoded.replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return encodeKey(key) === encoded ? key : undefined;
}

/**
 * Makes of a document what the driver is given to store: with encoded keys, and with every number as a double, as which
 * it comes back whatever its size.
 */
export function toNative(document: JsonObject): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [encodeKey(key), toNativeValue(value)]));
}

function toNativeValue(value: JsonValue): unknown {
  // Adding 0 makes -0 into 0.
  if (typeof value === 'number') return new Double(value + 0);
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map(toNativeValue) : toNative(value);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
