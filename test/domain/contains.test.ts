import assert from 'node:assert/strict';
import test from 'ava';
import fc from 'fast-check';
import { contains } from '../../src/domain/contains.js';
import type { JsonObject, JsonValue } from '../../src/domain/json.js';
import { jsonObject } from './json-arbitrary.js';

/** Few values over few keys, so that a good part of random pairs match. */
const small = jsonObject({ keys: ['a', 'b', 'constructor'], leaf: fc.constantFrom<JsonValue>(null, 0, 1, '1', true) });

const cases: { title: string; document: JsonObject; filter: JsonObject; expected: boolean }[] = [
  { title: 'everything contains {}', document: { a: 1 }, filter: {}, expected: true },
  { title: 'a member that is not there', document: { a: 1 }, filter: { b: 1 }, expected: false },
  { title: 'an inherited member is not there', document: {}, filter: { constructor: {} }, expected: false },
  { title: 'a null that is there', document: { a: null }, filter: { a: null }, expected: true },
  { title: 'a null is not an absent member', document: {}, filter: { a: null }, expected: false },
  { title: 'types count', document: { a: 1 }, filter: { a: '1' }, expected: false },
  { title: 'objects, recursively', document: { a: { b: 1, c: 2 } }, filter: { a: { c: 2 } }, expected: true },
  { title: 'a member of another level', document: { a: { b: { c: 1 } } }, filter: { a: { c: 1 } }, expected: false },
  { title: 'an empty array in an array', document: { a: [1] }, filter: { a: [] }, expected: true },
  { title: 'an empty array in an object', document: { a: { b: 1 } }, filter: { a: [] }, expected: false },
  { title: 'an empty object in an array', document: { a: [1] }, filter: { a: {} }, expected: false },
  { title: 'order does not count', document: { a: [1, 2, 3] }, filter: { a: [3, 1] }, expected: true },
  { title: 'duplicates do not count', document: { a: [1, 2, 3] }, filter: { a: [1, 2, 2, 1] }, expected: true },
  { title: 'a nested array is an element', document: { a: [1, 2, [1, 3]] }, filter: { a: [[1, 3]] }, expected: true },
  { title: 'elements do not come up a level', document: { a: [1, [3]] }, filter: { a: [3] }, expected: false },
  { title: 'a scalar in a nested array', document: { a: [1, 2] }, filter: { a: 1 }, expected: false },
  { title: 'objects in arrays', document: { a: [{ b: 1, c: 2 }] }, filter: { a: [{ c: 2 }] }, expected: true },
  {
    title: 'one element for two',
    document: { a: [{ b: 1, c: 2 }] },
    filter: { a: [{ b: 1 }, { c: 2 }] },
    expected: true,
  },
  {
    title: 'two elements for one',
    document: { a: [{ b: 1 }, { c: 2 }] },
    filter: { a: [{ b: 1, c: 2 }] },
    expected: false,
  },
  { title: 'negative zero is zero', document: { a: [0], b: 0 }, filter: { a: [-0], b: -0 }, expected: true },
];

for (const { title, document, filter, expected } of cases) {
  test(`contains: ${title}: ${expected ? 'yes' : 'no'}`, (t) => {
    t.is(contains(document, filter), expected);
  });
}

test('contains agrees with a naive specification of jsonb containment', (t) => {
  let yes = 0;
  t.notThrows(() => {
    fc.assert(
      fc.property(small, small, (document, filter) => {
        const expected = specification(document, filter);
        yes += Number(expected);
        assert.equal(contains(document, filter), expected);
      }),
      { numRuns: 2000 },
    );
  });
  t.true(yes > 50, `only ${yes} pairs matched, too few to say anything`);
});

test('a document contains whatever is left of it when members and elements are discarded, moved and doubled', (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(jsonObject(), fc.infiniteStream(fc.nat()), (document, choices: Iterator<number, number>) => {
        const reduced = reduce(document, () => choices.next().value) as JsonObject;
        assert.equal(contains(document, reduced), true);
        assert.equal(contains(document, document), true);
      }),
    );
  });
});

test('containment is transitive', (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(
        jsonObject(),
        jsonObject(),
        fc.infiniteStream(fc.nat()),
        (document, filter, choices: Iterator<number, number>) => {
          const reduced = reduce(document, () => choices.next().value) as JsonObject;
          if (contains(reduced, filter)) assert.equal(contains(document, filter), true);
        },
      ),
    );
  });
});

/**
 * PostgreSQL's definition, said as plainly as it goes: structure and data must match, after discarding members and
 * elements of the containing value; the order of elements and their number don't count.
 */
function specification(left: JsonValue, right: JsonValue): boolean {
  const type = (value: JsonValue) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
  if (type(left) !== type(right)) return false;
  if (type(left) !== 'array' && type(left) !== 'object') return left === right;
  const pairs = (value: JsonValue) => Object.entries(value as JsonObject | JsonValue[]);
  const sameKey = (one: string, other: string) => type(left) === 'array' || one === other;
  for (const [wantedKey, wanted] of pairs(right)) {
    let found = false;
    for (const [key, value] of pairs(left)) found ||= sameKey(key, wantedKey) && specification(value, wanted);
    if (!found) return false;
  }
  return true;
}

/** Makes something that the value contains, as the choices have it. */
function reduce(value: JsonValue, choose: () => number): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  const keep = () => choose() % 3 !== 0;
  if (!Array.isArray(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(keep)
        .map(([key, member]) => [key, reduce(member, choose)]),
    );
  }
  const kept = value.filter(keep);
  return [...kept, ...kept.filter(keep)].map((element) => reduce(element, choose)).reverse();
}
