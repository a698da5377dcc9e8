import assert from 'node:assert/strict';
import test from 'ava';
import fc from 'fast-check';
import { compileContains, contains } from '../../src/domain/contains.js';
import { OrgmetaError } from '../../src/domain/errors.js';
import type { JsonObject, JsonValue } from '../../src/domain/json.js';
import { LIMIT_BYTES, sizeBytes } from '../../src/domain/size-limit.js';
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

test('contains agrees with it where lists are long', (t) => {
  const list = fc.array(small, { minLength: 10, maxLength: 60 });
  const nested = fc.array(fc.oneof(list, small, fc.constantFrom<JsonValue>(null, 0, 1)), { maxLength: 40 });
  let yes = 0;
  t.notThrows(() => {
    fc.assert(
      fc.property(nested, fc.array(small, { maxLength: 3 }), fc.boolean(), (long, few, isDeep) => {
        const filter = { list: isDeep ? [few] : few };
        const expected = specification({ list: long }, filter);
        yes += Number(expected);
        assert.equal(contains({ list: long }, filter), expected);
      }),
      { numRuns: 500 },
    );
  });
  t.true(yes > 50 && yes < 450, `${yes} of 500 matched`);
});

/** Makes a document of at most 8 KB whose list has as many elements as fit. */
function fill(make: (index: number) => JsonValue): JsonObject {
  const list: JsonValue[] = [];
  for (let size = sizeBytes({ list }); ;) {
    const element = make(list.length);
    size += JSON.stringify(element).length + 1;
    if (size > LIMIT_BYTES) return { list };
    list.push(element);
  }
}

/** The same, with the elements in the order that makes them hardest to find. */
function reverse(document: JsonObject): JsonObject {
  return { list: (document.list as JsonValue[]).toReversed() };
}

const large: { title: string; make: (index: number) => JsonValue; answered: boolean }[] = [
  { title: 'numbers', make: (index) => index, answered: true },
  { title: 'equal numbers', make: () => 1, answered: true },
  { title: 'equal objects, whatever the order of their keys', make: turnKeys, answered: true },
  { title: 'equal lists of lists', make: () => [[[]], [[], []]], answered: true },
  { title: 'texts in lists of their own', make: (index) => [String(index).padStart(60, 'x')], answered: true },
  { title: 'objects', make: (index) => ({ a: index }), answered: false },
  { title: 'objects of distinct keys', make: (index) => ({ [`k${index}`]: 0 }), answered: false },
  { title: 'lists of a number', make: (index) => [index], answered: false },
  { title: 'lists of lists', make: (index) => [[index], [-index], [index + 1]], answered: false },
  { title: 'objects in objects', make: (index) => ({ a: { b: { c: index } } }), answered: false },
];

function turnKeys(index: number): JsonObject {
  return index % 2 === 0 ? { a: 1, b: [1, 2] } : { b: [2, 1, 2], a: 1 };
}

for (const { title, make, answered } of large) {
  test(`a filter of 8 KB of ${title} is ${answered ? 'answered' : 'refused, with the way out'}`, (t) => {
    const document = fill(make);
    const find = () => compileContains('public_contains', reverse(document))(document);
    if (answered) {
      t.true(find());
      return;
    }
    const error = t.throws(find, { instanceOf: OrgmetaError });
    t.is(error.reason, 'ARGUMENT_INVALID');
    t.deepEqual(error.metadata, { field: 'public_contains' });
    t.regex(error.message, /^public_contains takes more than 200000 comparisons.*; give fewer objects and lists/);
  });
}

test('each document has comparisons of its own', (t) => {
  const document = fill((index) => ({ a: index % 100, b: index }));
  const matches = compileContains('f', { list: Array.from({ length: 60 }, (_, index) => ({ a: index })) });
  for (let count = 0; count < 100; count += 1) t.true(matches(document));
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
