import type { JsonObject, JsonValue } from '../../src/domain/json.js';
import { MAX_DEPTH } from '../../src/domain/document.js';

/**
 * Members that are allowed and that software between a client and a disk likes to lose: keys that mean something to
 * JavaScript, BSON, JSON references or paths, and values at the edges of what JSON and a double can hold.
 */
export const HARD_MEMBERS: readonly JsonObject[] = [
  { '': 'the empty key', ' ': 'a space', '\u00a0': 'a space that does not break' },
  { 'a.b': 1, 'a/b': 2, 'a%2Eb': 3, '%': 4, '~0': 5, 'a[0]': 6 },
  {
    $set: { plan: 'free' },
    $ref: 'organizations',
    $id: 7,
    $where: 'false',
    _id: 'not the record',
    _bsontype: 'ObjectId',
  },
  { constructor: 'Object', prototype: {}, toJSON: 'not called', hasOwnProperty: null, valueOf: [], then: true },
  { length: 3, 0: 'zero', 1: 'one', '-1': 'minus one', NaN: null, null: 'null', undefined: 'undefined' },
  { '🦉': '👩‍👩‍👧‍👦', é: 'composed', 'e\u0301': 'decomposed', '\u202eabc': 'right to left', '\u200b': 'zero width' },
  { numbers: [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 1e308, 5e-324, 0.1 + 0.2, -1.5, 1e21, 123456789012] },
  { strings: ['', ' ', '\n\t\r\b\f', '"\\/', '\u0000', '\u2028\u2029', '\u007f', '𝕆𝕣𝕘', '\ufeff', '\ufffd'] },
  { empty: { object: {}, array: [], nested: [[], [[]], {}, [{}], null] }, no: false, nothing: null },
  { chain: nest(MAX_DEPTH - 1) },
];

function nest(levels: number): JsonValue {
  return levels === 0 ? 'the end' : { next: nest(levels - 1) };
}
