import { inspect } from 'node:util';
import test from 'ava';
import fc from 'fast-check';
import { sizeBytes } from '../../src/domain/size-limit.js';
import type { JsonObject, JsonValue } from '../../src/domain/json.js';
import { encodeStruct } from '../../src/struct/encode-struct.js';
import { StructError } from '../../src/struct/struct-error.js';
import { documents, HARD_KEYS } from './arbitrary-document.js';
import { encodeIndependently } from './independent-codec.js';

test('a document is encoded to the same bytes as by protobuf-es', (t) => {
  fc.assert(
    fc.property(documents, (document) => {
      // protobuf-es keeps the sign of -0; JSON text doesn't.
      const plain = JSON.parse(JSON.stringify(document)) as JsonObject;
      return Buffer.compare(encodeStruct(document), encodeIndependently(plain)) === 0;
    }),
    { numRuns: 250 },
  );
  t.pass();
});

test('a key that other codecs stumble over is written as it is', (t) => {
  for (const key of HARD_KEYS) {
    t.is(Buffer.compare(encodeStruct({ [key]: true }), encodeIndependently({ [key]: true })), 0, JSON.stringify(key));
  }
});

test('-0 is written as 0', (t) => {
  t.deepEqual(encodeStruct({ a: -0, b: [-0] }), encodeStruct({ a: 0, b: [0] }));
});

test('members are written in the order of the object', (t) => {
  t.notDeepEqual(encodeStruct({ a: 1, b: 2 }), encodeStruct({ b: 2, a: 1 }));
  t.deepEqual(encodeStruct({ b: 2, a: 1 }), Uint8Array.from(encodeIndependently({ b: 2, a: 1 })));
});

test('an object without a prototype is an object like any other', (t) => {
  const bare = Object.assign(Object.create(null) as JsonObject, { a: 1 });
  t.deepEqual(encodeStruct(bare), encodeStruct({ a: 1 }));
});

for (const length of [0, 39, 40, 41, 127, 128, 16_383, 16_384, 70_000, 2_097_151, 2_097_152]) {
  test(`a text of ${length} characters has the right length on the wire`, (t) => {
    for (const character of ['x', 'é']) {
      const document = { text: character.repeat(length), after: 1 };
      t.is(Buffer.compare(encodeStruct(document), encodeIndependently(document)), 0);
    }
  });
}

test('a document larger than the scratch buffer grows it, and a small one follows unharmed', (t) => {
  const large = { list: Array.from({ length: 100_000 }, (_, index) => ({ index, text: `no. ${index}` })) };
  t.is(Buffer.compare(encodeStruct(large), encodeIndependently(large)), 0);
  t.is(Buffer.compare(encodeStruct({ a: 'b' }), encodeIndependently({ a: 'b' })), 0);
  t.is(Buffer.compare(encodeStruct(large), encodeIndependently(large)), 0);
});

test('the bytes belong to the caller and to nobody else', (t) => {
  const first = encodeStruct({ a: 'first' });
  const copy = Uint8Array.from(first);
  encodeStruct({ a: 'other' });
  t.deepEqual(first, copy);
  t.is(first.buffer.byteLength, first.byteLength);
});

test('a document is the same bytes wherever in it the scratch buffer is full', (t) => {
  const members = { text: 'x'.repeat(39), number: 1, flag: true, none: null, list: [{}], long: 'é'.repeat(50) };
  for (let size = 65_536 - 360; size < 65_536; size += 1) {
    // After a document that made it larger than a megabyte, the scratch buffer has its first size again.
    encodeStruct({ huge: 'x'.repeat(600_000) });
    const document = { ...members, pad: 'x'.repeat(size) };
    if (Buffer.compare(encodeStruct(document), encodeIndependently(document)) !== 0) t.fail(`padded with ${size}`);
  }
  t.pass();
});

/** Nests so many levels, the document itself included. */
function nestedTo(levels: number, wrap: (inside: JsonValue) => JsonValue): JsonObject {
  let inside = wrap(null);
  for (let level = 3; level <= levels; level += 1) inside = wrap(inside);
  return { k: inside };
}

const cyclic: JsonObject = {};
cyclic.self = { cyclic };

const refused: { title: string; document: unknown; path: string; problem: RegExp }[] = [
  { title: 'NaN', document: { a: { b: [1, NaN] } }, path: 'a.b[1]', problem: /NaN/ },
  { title: 'an infinity', document: { a: -Infinity }, path: 'a', problem: /infinities/ },
  { title: 'undefined', document: { a: { b: undefined } }, path: 'a.b', problem: /undefined/ },
  { title: 'a hole in an array', document: { a: new Array(2) }, path: 'a[1]', problem: /undefined/ },
  { title: 'a function', document: { a: { toJSON: () => 1 } }, path: 'a.toJSON', problem: /function/ },
  { title: 'a bigint', document: { a: 1n }, path: 'a', problem: /bigint/ },
  { title: 'a symbol', document: { a: Symbol('s') }, path: 'a', problem: /symbol/ },
  { title: 'a Date', document: { a: new Date(0) }, path: 'a', problem: /plain/ },
  { title: 'a Map', document: { a: new Map() }, path: 'a', problem: /plain/ },
  { title: 'bytes', document: { a: new Uint8Array(1) }, path: 'a', problem: /plain/ },
  { title: 'a Date for a document', document: new Date(0), path: '', problem: /plain/ },
  {
    title: 'the key __proto__',
    document: JSON.parse('{"a":{"__proto__":1}}'),
    path: 'a.__proto__',
    problem: /__proto__/,
  },
  { title: 'a key with NUL', document: { a: { 'x\0': 1 } }, path: 'a.x\\0', problem: /NUL/ },
  { title: 'a lone surrogate', document: { a: 'x\ud83d' }, path: 'a', problem: /surrogate/ },
  { title: 'a lone surrogate in a key', document: { 'x\udc00': 1 }, path: 'x\ufffd', problem: /surrogate/ },
  {
    title: '33 levels',
    document: nestedTo(33, (k) => ({ k })),
    path: Array(32).fill('k').join('.'),
    problem: /32 levels/,
  },
  {
    title: '33 levels of arrays',
    document: nestedTo(33, (k) => [k]),
    path: `k${'[0]'.repeat(31)}`,
    problem: /32 levels/,
  },
  { title: 'a cycle', document: cyclic, path: Array(16).fill('self.cyclic').join('.'), problem: /32 levels/ },
];

for (const { title, document, path, problem } of refused) {
  test(`${title} is refused, never written as something else`, (t) => {
    const error = t.throws(() => encodeStruct(document as JsonObject), { instanceOf: StructError });
    t.is(error.fault.path, path);
    t.regex(error.fault.problem, problem);
    t.deepEqual(encodeStruct({ a: 1 }), Uint8Array.from(encodeIndependently({ a: 1 })));
  });
}

test('32 levels are written', (t) => {
  for (const document of [nestedTo(32, (k) => ({ k })), nestedTo(32, (k) => [k])]) {
    t.is(Buffer.compare(encodeStruct(document), encodeIndependently(document)), 0);
  }
});

test('what a logger prints of the error names no key of the document', (t) => {
  const error = t.throws(() => encodeStruct({ secretkey: { secretkey: NaN } }), { instanceOf: StructError });
  t.is(error.fault.path, 'secretkey.secretkey');
  t.notRegex(inspect(error, { depth: 9 }), /secretkey/);
  t.notRegex(JSON.stringify(Object.entries(error)), /secretkey/);
});

test('a document at the limit of JSON can be far larger as a Struct, and is written', (t) => {
  const document = { a: Array<number>(4092).fill(1) };
  t.true(sizeBytes(document) <= 8192);
  t.true(encodeStruct(document).length > 40_000);
});
