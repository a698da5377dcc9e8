import assert from 'node:assert/strict';
import test from 'ava';
import fc from 'fast-check';
import { BSON } from 'mongodb';
import type { JsonObject } from '../../../src/domain/json.js';
import { sizeBytes } from '../../../src/domain/size-limit.js';
import { DamagedRecord } from '../../../src/store/damaged-record.js';
import { toNative } from '../../../src/store/mongo/encode-keys.js';
import { transcodeDocument } from '../../../src/store/mongo/transcode-document.js';
import { encodeStruct } from '../../../src/struct/encode-struct.js';
import { decodeStruct } from '../../../src/struct/decode-struct.js';
import { documents } from '../../struct/arbitrary-document.js';

function transcode(stored: Record<string, unknown>) {
  return transcodeDocument('public_metadata', BSON.serialize(stored));
}

test('every document comes out as the encoder writes it, and its size is counted as JSON.stringify writes it', (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(documents, (document) => {
        const { document: struct, sizeBytes: size } = transcode(toNative(document));
        assert.deepEqual(Buffer.from(struct.bytes), Buffer.from(encodeStruct(document)));
        assert.equal(size, sizeBytes(document));
      }),
      { numRuns: 200 },
    );
  });
});

test('whatever becomes of its bytes, a document is damaged, or a sound one of the size that is said', (t) => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 });
  let sound = 0;
  let damaged = 0;
  t.notThrows(() => {
    fc.assert(
      fc.property(documents, changes, fc.boolean(), (document, bytes, isCut) => {
        const bson = Buffer.from(BSON.serialize(toNative(document)));
        for (const [at, byte] of bytes) bson[at % bson.length] = byte;
        try {
          const cut = isCut ? bson.subarray(0, bytes[0]?.[0] ?? 0) : bson;
          const { document: struct, sizeBytes: size } = transcodeDocument('public_metadata', cut);
          assert.equal(size, sizeBytes(decodeStruct(struct.bytes)));
          sound += 1;
        } catch (error) {
          if (!(error instanceof DamagedRecord)) throw error;
          damaged += 1;
        }
      }),
      { numRuns: 1500 },
    );
  });
  t.true(sound > 0 && damaged > 0);
});

const foreign: { title: string; value: unknown; problem: RegExp }[] = [
  { title: 'a date', value: new Date(0), problem: / Date/ },
  { title: 'an ObjectId', value: new BSON.ObjectId(), problem: / ObjectId/ },
  { title: 'a Decimal128', value: BSON.Decimal128.fromString('1'), problem: / Decimal128/ },
  { title: 'binary data', value: new BSON.Binary(Buffer.from('x')), problem: / Binary/ },
  { title: 'a timestamp', value: new BSON.Timestamp({ t: 1, i: 1 }), problem: / Timestamp/ },
  { title: 'a regular expression', value: /x/, problem: / RegExp/ },
  { title: 'code', value: new BSON.Code('x'), problem: / Code/ },
  { title: 'the least key', value: new BSON.MinKey(), problem: / MinKey/ },
  { title: 'a reference', value: { $ref: 'c', $id: 1 }, problem: /percent-encoded/ },
  { title: 'a key that is not encoded', value: { 'a.b': 1 }, problem: /percent-encoded/ },
  { title: 'an empty key', value: { '': 1 }, problem: /percent-encoded/ },
  { title: 'the key __proto__', value: { '%5F_proto__': 1 }, problem: /may not have/ },
  { title: 'a number that is not one', value: NaN, problem: /not finite/ },
  { title: 'an infinity', value: -Infinity, problem: /not finite/ },
  { title: 'too many levels', value: nest(40), problem: /too deeply/ },
];

for (const { title, value, problem } of foreign) {
  test(`a document with ${title}, which somebody put there, is damaged`, (t) => {
    for (const document of [{ a: value }, { list: [{ a: [value] }] }]) {
      const error = t.throws(() => transcode(document), { instanceOf: DamagedRecord });
      t.regex(error.message, /^public_metadata /);
      t.regex(error.message, problem);
    }
  });
}

test('numbers of every type that people may put there are numbers, and a symbol is text', (t) => {
  const document = {
    int: new BSON.Int32(-7),
    long: BSON.Long.fromString('9007199254740993'),
    least: BSON.Long.MIN_VALUE,
    small: BSON.Long.fromNumber(-1),
    half: 0.5,
    zero: new BSON.Double(-0),
    symbol: new BSON.BSONSymbol('s'),
  };
  const expected = { int: -7, long: 2 ** 53, least: -(2 ** 63), small: -1, half: 0.5, zero: 0, symbol: 's' };
  const { document: struct, sizeBytes: size } = transcode(document);
  t.deepEqual(struct.json(), expected);
  t.is(size, sizeBytes(expected));
});

const repeated: { title: string; keys: string[]; isDamaged: boolean }[] = [
  { title: 'the same key twice', keys: ['x', 'y', 'x'], isDamaged: true },
  { title: 'two keys of the same hash', keys: ['Aa', 'BB'], isDamaged: false },
  { title: 'many keys', keys: Array.from({ length: 500 }, (_, index) => `k${index}`), isDamaged: false },
  {
    title: 'many keys, one of them twice',
    keys: [...Array.from({ length: 500 }, (_, index) => `k${index}`), 'k7'],
    isDamaged: true,
  },
];

for (const { title, keys, isDamaged } of repeated) {
  test(`an object with ${title} is ${isDamaged ? 'damaged: none of the values is dropped in silence' : 'sound'}`, (t) => {
    const bson = BSON.serialize({ o: Object.fromEntries(keys.map((_, index) => [placeholder(index), index])) });
    const bytes = Buffer.from(bson);
    // BSON.serialize takes no key twice, so keys of the same length are put in afterwards.
    const patched = keys.reduce((text, key, index) => {
      const place = `${placeholder(index)}\0`;
      return text.replace(place, `${key}\0`.padStart(place.length, 'p'));
    }, bytes.toString('latin1'));
    const read = () => transcodeDocument('public_metadata', Buffer.from(patched, 'latin1'));
    if (isDamaged) t.regex(t.throws(read, { instanceOf: DamagedRecord }).message, /same key twice/);
    else t.is(Object.keys(read().document.json().o as JsonObject).length, keys.length);
  });
}

/** A key of eight characters that is nowhere else. */
function placeholder(index: number): string {
  return `@@@@${String(index).padStart(4, '0')}`;
}

function nest(levels: number): unknown {
  return levels === 0 ? 1 : { a: nest(levels - 1) };
}
