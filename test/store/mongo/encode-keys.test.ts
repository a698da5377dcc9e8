import assert from 'node:assert/strict';
import test from 'ava';
import fc from 'fast-check';
import { BSON } from 'mongodb';
import { DamagedRecord } from '../../../src/store/damaged-record.js';
import { decodeKey, encodeKey, fromNative, toNative } from '../../../src/store/mongo/encode-keys.js';
import { parseDocument } from '../../../src/store/mongo/record-document.js';
import { documents, HARD_KEYS } from '../../struct/arbitrary-document.js';

const cases = [
  { key: 'plain', expected: 'plain' },
  { key: '', expected: '%' },
  { key: '%', expected: '%25' },
  { key: 'a.b', expected: 'a%2Eb' },
  { key: '.', expected: '%2E' },
  { key: '$ref', expected: '%24ref' },
  { key: '$a.$b', expected: '%24a%2E$b' },
  { key: 'a$', expected: 'a$' },
  { key: '_bsontype', expected: '%5Fbsontype' },
  { key: '__proto__', expected: '%5F_proto__' },
  { key: '_bsontypes', expected: '_bsontypes' },
  { key: 'constructor', expected: 'constructor' },
];

for (const { key, expected } of cases) {
  test(`the key "${key}" is stored as "${expected}", and read again`, (t) => {
    t.is(encodeKey(key), expected);
    t.is(decodeKey(expected), key);
  });
}

for (const key of ['a.b', '$set', '', '_bsontype', '__proto__', '%2e', '%zz', 'a%', '%41', '%5Fother', '%%']) {
  test(`no key is stored as "${key}"`, (t) => {
    t.is(decodeKey(key), undefined);
  });
}

test('every key comes back, no two are stored alike, and none as MongoDB could mistake it', (t) => {
  const texts = fc.oneof(
    fc.constantFrom(...HARD_KEYS),
    fc.string({ unit: fc.constantFrom('%', '2', 'E', '.', '$', '_', 'a', '5', 'F') }),
    fc.string({ unit: 'binary' }),
  );
  const check = (key: string, other: string) => {
    const encoded = encodeKey(key);
    const isMistakable = /[.]|^\$|^$|^_bsontype$|^__proto__$/.test(encoded);
    return !isMistakable && decodeKey(encoded) === key && (key === other || encoded !== encodeKey(other));
  };
  t.notThrows(() => {
    fc.assert(fc.property(texts, texts, check), { numRuns: 5000 });
  });
});

test("every document comes back equal from the driver's own bytes", (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(documents, (document) => {
        const bytes = BSON.serialize({ public_metadata: toNative(document) });
        const expected: unknown = JSON.parse(JSON.stringify(document));
        assert.deepEqual(fromNative('public_metadata', parseDocument(bytes).public_metadata), expected);
      }),
      { numRuns: 200 },
    );
  });
});

const foreign: { title: string; value: unknown }[] = [
  { title: 'a date', value: new Date(0) },
  { title: 'an ObjectId', value: new BSON.ObjectId() },
  { title: 'a Decimal128', value: BSON.Decimal128.fromString('1') },
  { title: 'binary data', value: new BSON.Binary(Buffer.from('x')) },
  { title: 'a regular expression', value: /x/ },
  { title: 'a reference', value: { $ref: 'c', $id: 1 } },
  { title: 'a key that is not encoded', value: { 'a.b': 1 } },
];

for (const { title, value } of foreign) {
  test(`a document with ${title}, which somebody put there, is damaged`, (t) => {
    for (const document of [{ a: value }, { list: [{ a: [value] }] }]) {
      const stored = parseDocument(BSON.serialize({ public_metadata: document })).public_metadata;
      const error = t.throws(() => fromNative('public_metadata', stored), { instanceOf: DamagedRecord });
      t.regex(error.message, /^public_metadata /);
    }
  });
}

test('numbers of every type that people may put there are numbers', (t) => {
  const document = {
    int: new BSON.Int32(1),
    long: BSON.Long.fromString('9007199254740993'),
    zero: new BSON.Double(-0),
  };
  const stored = parseDocument(BSON.serialize({ a: document })).a;
  t.deepEqual(fromNative('a', stored), { int: 1, long: 2 ** 53, zero: 0 });
});
