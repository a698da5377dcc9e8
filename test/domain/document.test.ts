import assert from 'node:assert/strict';
import test from 'ava';
import fc from 'fast-check';
import { formatPath, keyProblem, numberProblem, PATH_MAX_BYTES } from '../../src/domain/document.js';

const keys: { title: string; input: string; expected: RegExp | undefined }[] = [
  { title: '__proto__', input: '__proto__', expected: /__proto__ is not allowed/ },
  { title: 'a NUL inside', input: 'a\0b', expected: /may not contain NUL/ },
  ...['', 'a.b', '$set', '$ref', '_bsontype', 'constructor', 'prototype', 'toJSON', 'hasOwnProperty', '🚀'].map(
    (key) => ({
      title: JSON.stringify(key),
      input: key,
      expected: undefined,
    }),
  ),
];

for (const { title, input, expected } of keys) {
  test(`a key is ${expected ? 'refused' : 'kept'}: ${title}`, (t) => {
    if (expected) t.regex(keyProblem(input) ?? '', expected);
    else t.is(keyProblem(input), undefined);
  });
}

test('every number but NaN and the infinities is kept', (t) => {
  for (const number of [0, -0, 1.5, 2 ** 53 + 2, Number.MAX_VALUE, Number.MIN_VALUE]) {
    t.is(numberProblem(number), undefined);
  }
  for (const number of [NaN, Infinity, -Infinity]) t.is(typeof numberProblem(number), 'string');
});

const paths: { title: string; input: (string | number)[]; expected: string }[] = [
  { title: 'the document itself', input: [], expected: '' },
  { title: 'members and an index', input: ['billing', 'plans', 2, 'name'], expected: 'billing.plans[2].name' },
  { title: 'an array in an array', input: ['a', 0, 1], expected: 'a[0][1]' },
  { title: 'a member of an empty key', input: ['', 'a'], expected: '.a' },
  { title: 'a key with NUL', input: ['a\0b'], expected: 'a\\0b' },
  { title: 'a key of 64 bytes', input: ['k'.repeat(64)], expected: 'k'.repeat(64) },
  { title: 'a key of 65 bytes', input: ['k'.repeat(65), 'a'], expected: `${'k'.repeat(61)}….a` },
  { title: 'a long key of four-byte characters', input: ['🚀'.repeat(17)], expected: `${'🚀'.repeat(15)}…` },
];

for (const { title, input, expected } of paths) {
  test(`formatPath writes ${title}`, (t) => {
    t.is(formatPath(input), expected);
  });
}

test('a path of 256 bytes is written whole, and a longer one is cut', (t) => {
  const long = Array.from({ length: 4 }, () => 'k'.repeat(63)); // 4 × 63 and three dots: 255 bytes
  t.is(formatPath(long), long.join('.'));
  t.is(formatPath(['kk', ...long]).length, PATH_MAX_BYTES - 2);
  t.true(formatPath(['kk', ...long]).endsWith('k…'));
});

test('a path is at most 256 bytes, and is cut only between characters', (t) => {
  const step = fc.oneof(fc.string({ unit: 'binary', maxLength: 100 }), fc.nat());
  t.notThrows(() => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (path) => {
        const text = formatPath(path);
        assert.ok(Buffer.byteLength(text) <= PATH_MAX_BYTES);
        assert.equal(text.includes('\0'), false);
        if (path.every((part) => !part.toString().includes('\ufffd'))) assert.equal(text.includes('\ufffd'), false);
      }),
      { numRuns: 500 },
    );
  });
});
