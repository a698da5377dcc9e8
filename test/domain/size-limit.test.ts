import assert from 'node:assert/strict';
import test from 'ava';
import fc from 'fast-check';
import { OrgmetaError } from '../../src/domain/errors.js';
import type { JsonObject } from '../../src/domain/json.js';
import { checkLimit, LIMIT_BYTES, sizeBytes } from '../../src/domain/size-limit.js';
import { jsonObject } from './json-arbitrary.js';

const FRAME_BYTES = '{"text":""}'.length;
const ROOM = LIMIT_BYTES - FRAME_BYTES;

/** A document of exactly so many bytes, as much of it as can be in the character given. */
function documentOf(bytes: number, character: string): JsonObject {
  const each = Buffer.byteLength(character);
  const room = bytes - FRAME_BYTES;
  return { text: character.repeat(Math.floor(room / each)) + 'x'.repeat(room % each) };
}

test('sizeBytes is the number of UTF-8 bytes that JSON.stringify writes', (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(jsonObject(), (document) => {
        assert.equal(sizeBytes(document), Buffer.byteLength(JSON.stringify(document)));
      }),
    );
  });
});

const sizes: { title: string; input: JsonObject; expected: number }[] = [
  { title: 'an empty document', input: {}, expected: 2 },
  { title: 'no spaces', input: { a: [1, 'b'] }, expected: 13 },
  { title: 'a character of four bytes', input: { '🚀': '🚀' }, expected: 15 },
  { title: 'an escaped quote', input: { a: '"' }, expected: 10 },
  { title: 'a lone surrogate, which is escaped', input: { a: '\ud800' }, expected: 14 },
  { title: 'a member named toJSON', input: { toJSON: 1 }, expected: 12 },
  { title: 'negative zero, which is 0', input: { a: -0 }, expected: 7 },
];

for (const { title, input, expected } of sizes) {
  test(`sizeBytes counts ${title}`, (t) => {
    t.is(sizeBytes(input), expected);
  });
}

for (const [name, character] of [
  ['ASCII', 'x'],
  ['characters of four bytes', '🚀'],
] as const) {
  test(`a document of 8192 bytes in ${name} is within the limit`, (t) => {
    t.is(checkLimit('public_metadata', documentOf(8192, character)), 8192);
  });

  test(`a document of 8193 bytes in ${name} is over the limit by one`, (t) => {
    const error = t.throws(() => checkLimit('private_metadata', documentOf(8193, character)), {
      instanceOf: OrgmetaError,
      message: /^private_metadata would be 8193 bytes of JSON, 1 over the limit of 8192; /,
    });
    t.is(error.reason, 'METADATA_TOO_LARGE');
    t.deepEqual(error.metadata, { field: 'private_metadata', size_bytes: '8193', limit_bytes: '8192' });
  });
}

test('the limit counts bytes, not characters', (t) => {
  t.is(checkLimit('public_metadata', { text: '🚀'.repeat(ROOM / 4) }), FRAME_BYTES + Math.floor(ROOM / 4) * 4);
  t.throws(() => checkLimit('public_metadata', { text: '🚀'.repeat(ROOM / 4 + 1) }), { instanceOf: OrgmetaError });
});
