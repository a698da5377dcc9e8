import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import test from 'ava';
import fc from 'fast-check';
import { isJsonObject, jsonEqual, type JsonValue } from '../../src/domain/json.js';
import { jsonObject } from './json-arbitrary.js';

test('only an object is an object', (t) => {
  t.true(isJsonObject({}));
  for (const value of [null, [], '', 0, true, undefined]) t.false(isJsonObject(value));
});

const cases: { title: string; left: JsonValue; right: JsonValue; expected: boolean }[] = [
  { title: 'the order of keys does not count', left: { a: 1, b: 2 }, right: { b: 2, a: 1 }, expected: true },
  { title: 'the order of elements counts', left: [1, 2], right: [2, 1], expected: false },
  { title: 'lengths count', left: [1], right: [1, 1], expected: false },
  { title: 'an array is not an object', left: [], right: {}, expected: false },
  { title: 'an object is not an array', left: { '0': 1 }, right: [1], expected: false },
  { title: 'null is not an object', left: null, right: {}, expected: false },
  { title: 'null is not an array', left: [], right: null, expected: false },
  { title: 'null is not an absent member', left: { a: null }, right: {}, expected: false },
  { title: 'types count', left: { a: 1 }, right: { a: '1' }, expected: false },
  { title: 'an inherited member is not a member', left: { constructor: 1 }, right: { a: 1 }, expected: false },
  { title: 'negative zero is zero', left: [-0], right: [0], expected: true },
];

for (const { title, left, right, expected } of cases) {
  test(`jsonEqual: ${title}: ${expected ? 'equal' : 'different'}`, (t) => {
    t.is(jsonEqual(left, right), expected);
    t.is(jsonEqual(right, left), expected);
  });
}

test('jsonEqual agrees with Node', (t) => {
  // Few keys and leaves, so that a good part of random pairs are equal.
  const tiny = jsonObject({ keys: ['a'], leaf: fc.constantFrom<JsonValue>(null, 0, '0') });
  t.notThrows(() => {
    fc.assert(
      fc.property(tiny, tiny, (left, right) => {
        assert.equal(jsonEqual(left, right), isDeepStrictEqual(left, right));
      }),
      { numRuns: 1000 },
    );
  });
});

test('a copy with its keys in another order is equal', (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(jsonObject(), (document) => {
        assert.equal(jsonEqual(document, reversed(document)), true);
      }),
    );
  });
});

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, reversed(member)] as const);
  return Object.fromEntries<JsonValue>(entries.reverse());
}
