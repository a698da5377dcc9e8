import fc from 'fast-check';
import { keyProblem, MAX_DEPTH } from '../../src/domain/document.js';
import type { JsonObject, JsonValue } from '../../src/domain/json.js';

/** Keys that other codecs and databases stumble over, all of which the document rules allow. */
export const HARD_KEYS = [
  '',
  'a.b',
  '$set',
  '$ref',
  '_bsontype',
  'constructor',
  'prototype',
  'toJSON',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'length',
  '0',
  '4294967294',
  '-1',
  '😀',
  '👩‍👩‍👧‍👦',
  'ключ',
  '\ufeffbom',
  '\ufffd',
  ' ',
  '\u007f',
  'k'.repeat(300),
];

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary-ascii', maxLength: 200 }),
  fc.constantFrom('', '\0', '\ufeff', '\ufffd', '…'.repeat(50), 'x'.repeat(127), 'x'.repeat(128), 'é'.repeat(8192)),
);

const keys = fc
  .oneof(fc.constantFrom(...HARD_KEYS), fc.string({ unit: 'grapheme', maxLength: 20 }), texts)
  .filter((key) => keyProblem(key) === undefined);

const numbers = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constantFrom(0, -0, 2 ** 31, -(2 ** 31), 2 ** 53, 2 ** 53 + 2, Number.MAX_VALUE, Number.MIN_VALUE, 0.1),
);

const scalars = fc.oneof(fc.constant(null), fc.boolean(), numbers, texts);

function objectOf(values: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonObject> {
  return fc.array(fc.tuple(keys, values), { maxLength: 8 }).map((members) => Object.fromEntries(members));
}

const values = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    scalars,
    fc.array(tie('value'), { maxLength: 8 }),
    objectOf(tie('value')),
  ),
})).value;

/** Nests objects and arrays, as `kinds` says from the inside out, around a value. */
function nest(kinds: readonly boolean[], inside: JsonValue): JsonObject {
  return { root: kinds.reduce<JsonValue>((nested, isArray) => (isArray ? [nested] : { k: nested }), inside) };
}

/** Documents that keep every document rule: with hard keys, many scripts, long lists, and as deep as is allowed. */
export const documents: fc.Arbitrary<JsonObject> = fc.oneof(
  { weight: 8, arbitrary: objectOf(values) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.array(fc.boolean(), { maxLength: MAX_DEPTH - 1 }), scalars).map((a) => nest(...a)),
  },
  { weight: 1, arbitrary: fc.array(scalars, { maxLength: 200 }).map((list) => ({ list })) },
);
