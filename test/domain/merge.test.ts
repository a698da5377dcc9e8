import assert from 'node:assert/strict';
import test from 'ava';
import fc from 'fast-check';
import independent from 'json-merge-patch';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/domain/json.js';
import { mergePatch, overlay } from '../../src/domain/merge.js';
import { deepFreeze, jsonObject } from './json-arbitrary.js';

/** Two documents that neither function may write into. */
const pair = fc.tuple(jsonObject().map(deepFreeze), jsonObject().map(deepFreeze));

/** The other implementation skips the keys `constructor` and `prototype`, and calls an own `hasOwnProperty`. */
const plainPair = fc.tuple(
  jsonObject({ keys: ['a', 'b', '', 'a.b', '$set', 'é'] }),
  jsonObject({ keys: ['a', 'b', '', 'a.b', '$set', 'é'] }),
);

const cases: { title: string; target: JsonObject; patch: JsonObject; merged: JsonObject; overlaid: JsonObject }[] = [
  { title: 'adds', target: { a: 1 }, patch: { b: 2 }, merged: { a: 1, b: 2 }, overlaid: { a: 1, b: 2 } },
  { title: 'replaces', target: { a: 1 }, patch: { a: '1' }, merged: { a: '1' }, overlaid: { a: '1' } },
  { title: 'takes a null', target: { a: 1, b: 2 }, patch: { a: null }, merged: { b: 2 }, overlaid: { a: null, b: 2 } },
  { title: 'takes a null that is not there', target: {}, patch: { a: null }, merged: {}, overlaid: { a: null } },
  {
    title: 'goes deep',
    target: { a: { b: 1, c: { d: 2, e: 3 } } },
    patch: { a: { c: { d: null, f: 4 } } },
    merged: { a: { b: 1, c: { e: 3, f: 4 } } },
    overlaid: { a: { b: 1, c: { d: null, e: 3, f: 4 } } },
  },
  {
    title: 'replaces an array whole, with its nulls',
    target: { a: [1, 2, 3] },
    patch: { a: [null, { b: null }] },
    merged: { a: [null, { b: null }] },
    overlaid: { a: [null, { b: null }] },
  },
  {
    title: 'puts an object in the place of a scalar',
    target: { a: 1 },
    patch: { a: { b: null, c: 1 } },
    merged: { a: { c: 1 } },
    overlaid: { a: { b: null, c: 1 } },
  },
  {
    title: 'puts an object in the place of an array',
    target: { a: [1] },
    patch: { a: { '0': 2 } },
    merged: { a: { '0': 2 } },
    overlaid: { a: { '0': 2 } },
  },
  {
    title: 'treats names that every object inherits as any other',
    target: {},
    patch: { constructor: { name: 1 }, hasOwnProperty: 2, toJSON: { a: null } },
    merged: { constructor: { name: 1 }, hasOwnProperty: 2, toJSON: {} },
    overlaid: { constructor: { name: 1 }, hasOwnProperty: 2, toJSON: { a: null } },
  },
];

for (const { title, target, patch, merged, overlaid } of cases) {
  test(`mergePatch ${title}`, (t) => {
    t.deepEqual(mergePatch(deepFreeze(target), deepFreeze(patch)), merged);
  });
  test(`overlay ${title}`, (t) => {
    t.deepEqual(overlay(deepFreeze(target), deepFreeze(patch)), overlaid);
  });
}

test('mergePatch does what an independent implementation of RFC 7396 does', (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(plainPair, ([target, patch]) => {
        // The other one writes into its target, and shares objects with its patch.
        const expected: unknown = independent.apply(structuredClone(target), structuredClone(patch));
        assert.deepEqual(mergePatch(target, patch), expected);
      }),
      { numRuns: 1000 },
    );
  });
});

test('merging the same patch twice changes no more than merging it once, and then returns the target itself', (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(pair, ([target, patch]) => {
        const once = deepFreeze(mergePatch(target, patch));
        assert.equal(mergePatch(once, patch), once);
        const laid = deepFreeze(overlay(target, patch));
        assert.equal(overlay(laid, patch), laid);
      }),
    );
  });
});

test('a merge returns the target itself exactly when nothing changes', (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(pair, ([target, patch]) => {
        for (const merge of [mergePatch, overlay]) {
          const merged = merge(target, patch);
          if (merged !== target) assert.notDeepEqual(merged, target);
          assert.equal(merge(target, {}), target);
        }
        assert.equal(overlay(target, structuredClone(target)), target);
      }),
    );
  });
});

test('a patch merged into an empty document leaves no null member', (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(pair, ([, patch]) => {
        assert.equal(hasNullMember(mergePatch({}, patch)), false);
      }),
    );
  });
});

test('a document laid over an empty one is that document, nulls and all', (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(pair, ([, document]) => {
        assert.deepEqual(overlay({}, document), document);
      }),
    );
  });
});

/** Arrays are taken whole, so what stands in them is not looked at. */
function hasNullMember(value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  return Object.values(value).some((member) => member === null || hasNullMember(member));
}
