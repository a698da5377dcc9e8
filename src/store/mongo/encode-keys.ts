import { DBRef, Double, Long } from 'mongodb';
import type { JsonObject, JsonValue } from '../../domain/json.js';
import { DamagedRecord } from '../damaged-record.js';

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

/**
 * Makes of what the driver has read the document again. Takes the object over, and changes it in place where it can.
 *
 * @param field names the document in the error
 * @throws DamagedRecord if it holds what is not JSON, or a key that {@link encodeKey} can't have made
 */
export function fromNative(field: string, stored: unknown): JsonObject {
  if (!isPlain(stored)) throw new DamagedRecord(`${field} is not an object`);
  return decodeObject(field, stored, 1);
}

/** More levels than any document has, and fewer than the stack. What is between is refused by the codec. */
const TOO_DEEP = 100;

function decodeObject(field: string, object: Record<string, unknown>, level: number): JsonObject {
  if (level > TOO_DEEP) throw new DamagedRecord(`${field} is nested too deeply`);
  const keys = Object.keys(object);
  const target = keys.some((key) => HARD.test(key)) ? {} : object;
  for (const encoded of keys) {
    const key = target === object ? encoded : decodeKey(encoded);
    if (key === undefined) throw new DamagedRecord(`${field} has a key that is not percent-encoded as it should be`);
    target[key] = decodeValue(field, object[encoded], level);
  }
  return target as JsonObject;
}

function decodeValue(field: string, value: unknown, level: number): JsonValue {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return value + 0;
  if (Array.isArray(value)) {
    if (level > TOO_DEEP) throw new DamagedRecord(`${field} is nested too deeply`);
    for (const [index, element] of value.entries()) value[index] = decodeValue(field, element, level + 1);
    return value as JsonValue[];
  }
  if (isPlain(value)) return decodeObject(field, value, level + 1);
  if (value instanceof Long) return value.toNumber();
  throw new DamagedRecord(`${field} holds a value of type ${typeName(value)}, which JSON has not`);
}

function typeName(value: unknown): string {
  if (value instanceof DBRef) return 'DBRef';
  return typeof value === 'object' ? (value?.constructor.name ?? 'object') : typeof value;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
