import test from 'ava';
import type { JsonObject } from '../../../src/domain/json.js';
import { buildFilter } from '../../../src/store/mongo/build-filter.js';

const cases: { title: string; filter: JsonObject; expected: Record<string, unknown>[] }[] = [
  { title: 'scalars are compared', filter: { a: 1, b: 'x', c: false }, expected: [{ a: 1 }, { b: 'x' }, { c: false }] },
  { title: 'objects are entered', filter: { a: { b: { c: 1 } } }, expected: [{ 'a.b.c': 1 }] },
  {
    title: 'elements are compared one by one',
    filter: { a: [1, 'x', { b: 2 }] },
    expected: [{ a: 1 }, { a: 'x' }, { 'a.b': 2 }],
  },
  { title: 'keys are encoded', filter: { 'a.b': { $c: 1 } }, expected: [{ 'a%2Eb.%24c': 1 }] },
  { title: 'null is left out', filter: { a: null, b: [null] }, expected: [] },
  { title: 'what is empty is left out', filter: { a: {}, b: [], c: [{}] }, expected: [] },
  { title: 'arrays in arrays are left out', filter: { a: [[1]], b: 2 }, expected: [{ b: 2 }] },
  {
    title: 'equal conditions are sent once',
    filter: { a: [...Array<number>(50).fill(1), '1', { b: 1 }, { b: 1 }], c: 1 },
    expected: [{ a: 1 }, { a: '1' }, { 'a.b': 1 }, { c: 1 }],
  },
  { title: 'keys like indexes are left out', filter: { '0': 1, a: [{ '1': { b: 2 } }] }, expected: [] },
];

for (const { title, filter, expected } of cases) {
  test(`of a filter, ${title}`, (t) => {
    const conditions = (field: string) =>
      expected.map((condition) =>
        Object.fromEntries(Object.entries(condition).map(([path, value]) => [`${field}.${path}`, { $eq: value }])),
      );
    t.deepEqual(buildFilter({ publicContains: filter }), conditions('public_metadata'));
    t.deepEqual(buildFilter({ privateContains: filter }), conditions('private_metadata'));
  });
}

test('of a filter with many members, so many are sent as a query can hold', (t) => {
  const filter = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`k${index}`, index]));
  t.is(buildFilter({ publicContains: filter, privateContains: filter }).length, 32);
});
