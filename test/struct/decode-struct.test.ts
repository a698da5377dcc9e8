import test from 'ava';
import fc from 'fast-check';
import { jsonEqual, type JsonObject } from '../../src/domain/json.js';
import { decodeStruct } from '../../src/struct/decode-struct.js';
import { encodeStruct } from '../../src/struct/encode-struct.js';
import { documents, HARD_KEYS } from './arbitrary-document.js';
import { encodeIndependently } from './independent-codec.js';
import * as wire from './wire-bytes.js';

test('a document that was encoded decodes to an equal one', (t) => {
  fc.assert(
    fc.property(documents, (document) => jsonEqual(decodeStruct(encodeStruct(document)), document)),
    { numRuns: 250 },
  );
  t.pass();
});

test('a document that protobuf-es encoded decodes to an equal one', (t) => {
  fc.assert(
    fc.property(documents, (document) => jsonEqual(decodeStruct(encodeIndependently(document)), document)),
    { numRuns: 250 },
  );
  t.pass();
});

test('a key that other codecs stumble over becomes an own property, at any depth', (t) => {
  for (const key of HARD_KEYS) {
    const decoded = decodeStruct(encodeIndependently({ [key]: 1, list: [{ [key]: { [key]: 'x' } }] }));
    t.deepEqual(Object.keys(decoded).sort(), [key, 'list'].sort());
    t.true(jsonEqual(decoded, { [key]: 1, list: [{ [key]: { [key]: 'x' } }] }), JSON.stringify(key));
  }
});

test('-0 becomes 0', (t) => {
  const decoded = decodeStruct(Buffer.concat([wire.member('a', wire.numberKind(-0))]));
  t.true(Object.is(decoded.a, 0));
});

test('keys that hash alike, or differ in one byte, are told apart', (t) => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 6 }), { maxLength: 60 }),
      (keys) => {
        const document: JsonObject = Object.fromEntries(keys.map((key, index) => [key, index]));
        return jsonEqual(decodeStruct(encodeIndependently(document)), document);
      },
    ),
    { numRuns: 300 },
  );
  t.pass();
});

test('a key is not taken for one whose Latin-1 characters are its bytes', (t) => {
  // All characters of two bytes, since which keys are compared depends on their bytes.
  for (let code = 0x80; code < 0x800; code += 1) {
    const character = String.fromCharCode(code);
    const alike = Buffer.from(character).toString('latin1');
    for (const key of [alike, character]) {
      t.deepEqual(Object.keys(decodeStruct(encodeIndependently({ [key]: 1 }))), [key]);
    }
  }
});

const accepted: { title: string; bytes: Uint8Array; expected: JsonObject }[] = [
  { title: 'no bytes at all are {}', bytes: new Uint8Array(), expected: {} },
  {
    title: 'an entry without a key has the key ""',
    bytes: wire.entry(wire.value(wire.nullKind)),
    expected: { '': null },
  },
  {
    title: 'a value before its key is read as one after it',
    bytes: wire.entry(wire.value(wire.listKind(wire.element(wire.trueKind))), wire.key('k')),
    expected: { k: [true] },
  },
  {
    title: 'an empty Struct and an empty ListValue are {} and []',
    bytes: Buffer.concat([wire.member('o', wire.structKind()), wire.member('l', wire.listKind())]),
    expected: { o: {}, l: [] },
  },
  {
    title: 'any bool but 0 is true, however long its varint',
    bytes: Buffer.concat([
      wire.member('two', Uint8Array.of(0x20, 2)),
      wire.member('high', Uint8Array.of(0x20), wire.varint(2 ** 49)),
      wire.member('long', Uint8Array.of(0x20), wire.varint(1, 10)),
      wire.member('longZero', Uint8Array.of(0x20), wire.varint(0, 10)),
      wire.member('minusOne', Uint8Array.of(0x20, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1)),
    ]),
    expected: { two: true, high: true, long: true, longZero: false, minusOne: true },
  },
  {
    title: 'null, tags and lengths in longer varints than they need are what they are',
    bytes: Buffer.concat([
      wire.varint(0x0a, 5),
      wire.varint(15, 5),
      wire.varint(0x0a, 3),
      wire.varint(1, 2),
      Buffer.from('k'),
      wire.varint(0x12, 2),
      wire.varint(5, 2),
      wire.varint(0x08, 2),
      wire.varint(0, 3),
    ]),
    expected: { k: null },
  },
];

for (const { title, bytes, expected } of accepted) {
  test(title, (t) => {
    t.deepEqual(decodeStruct(bytes), expected);
  });
}

test('only the bytes between start and end are read', (t) => {
  const inner = encodeStruct({ a: 1.5, text: 'x'.repeat(40) });
  const padded = new Uint8Array(Buffer.concat([Buffer.alloc(3, 0xff), inner, Buffer.alloc(3, 0xff)]));
  t.deepEqual(decodeStruct(padded, 3, 3 + inner.length), { a: 1.5, text: 'x'.repeat(40) });
  t.deepEqual(decodeStruct(padded.subarray(3, 3 + inner.length)), { a: 1.5, text: 'x'.repeat(40) });
});

test('an answer of 45 KB of Struct is decoded', (t) => {
  const document = { list: Array<number>(4090).fill(1) };
  t.deepEqual(decodeStruct(encodeIndependently(document)), document);
});
