import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import test from 'ava';
import fc from 'fast-check';
import { invitation, membership } from '../make-change.js';
import { contents } from '../read-record.js';
import { DamagedRecord } from '../../../src/store/damaged-record.js';
import { decodePublicRecord, decodeRecord, encodeRecord } from '../../../src/store/lmdb/record-codec.js';
import type { MetadataRecord } from '../../../src/store/record.js';
import { StructBytes } from '../../../src/struct/index.js';
import { jsonObject } from '../../domain/json-arbitrary.js';

const KEY = 'i/o/i';
const counts = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const sizes = fc.nat({ max: 8192 });

const records: fc.Arbitrary<MetadataRecord> = fc
  .record({
    publicMetadata: jsonObject().map((document) => StructBytes.fromJson(document)),
    privateMetadata: jsonObject().map((document) => StructBytes.fromJson(document)),
    publicSizeBytes: sizes,
    privateSizeBytes: sizes,
    incarnation: fc.nat({ max: 2 ** 32 - 1 }),
    revision: counts,
    publicRevision: counts,
    createTime: counts,
    updateTime: counts,
    publicUpdateTime: counts,
    acceptance: fc.option(fc.record({ acceptedUserId: fc.string({ minLength: 1 }), acceptTime: counts })),
  })
  .map(({ acceptance, ...record }) => ({ owner: invitation('o', 'i'), ...record, ...acceptance }));

const example: MetadataRecord = {
  owner: invitation('o', 'i'),
  publicMetadata: StructBytes.fromJson({ a: 'public' }),
  privateMetadata: StructBytes.fromJson({ b: 'private' }),
  publicSizeBytes: 14,
  privateSizeBytes: 15,
  incarnation: 2 ** 32 - 1,
  revision: 3,
  publicRevision: 2,
  createTime: 1_700_000_000_000,
  updateTime: 1_700_000_000_001,
  publicUpdateTime: 1_700_000_000_002,
  acceptedUserId: 'u',
  acceptTime: 1_700_000_000_003,
};

test('every record comes back as it was', (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(records, (record) => {
        const decoded = decodeRecord(record.owner, KEY, encodeRecord(KEY, record));
        assert.deepEqual(contents(decoded), contents(record));
      }),
    );
  });
});

test('a record that nobody accepted says nothing of an acceptance', (t) => {
  const { acceptedUserId, acceptTime, ...open } = example;
  t.truthy(acceptedUserId ?? acceptTime);
  t.deepEqual(Object.keys(decodeRecord(open.owner, KEY, encodeRecord(KEY, open))).sort(), Object.keys(open).sort());
});

test('any single changed bit is damage, and so is a record that is cut short or goes on', (t) => {
  const stored = Buffer.from(encodeRecord(KEY, example));
  for (let bit = 0; bit < stored.length * 8; bit += 1) {
    const changed = Buffer.from(stored);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    t.throws(() => decodeRecord(example.owner, KEY, changed), { instanceOf: DamagedRecord });
  }
  for (let length = 0; length < stored.length; length += 1) {
    t.throws(() => decodeRecord(example.owner, KEY, stored.subarray(0, length)), { instanceOf: DamagedRecord });
  }
  t.throws(() => decodeRecord(example.owner, KEY, Buffer.concat([stored, Buffer.of(0)])), {
    instanceOf: DamagedRecord,
  });
  t.throws(() => decodeRecord(example.owner, KEY, Buffer.alloc(4096)), { instanceOf: DamagedRecord });
});

test('a sound record under the key of another is damage', (t) => {
  const stored = encodeRecord('m/o/u', { ...example, owner: membership('o', 'u') });
  t.throws(() => decodeRecord(membership('o', 'v'), 'm/o/v', stored), { instanceOf: DamagedRecord });
});

test('a message that is malformed under a sound checksum is damage', (t) => {
  const message = Buffer.of(0x0a, 0x05, 0x00);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(message, crc32(KEY)));
  const error = t.throws(() => decodeRecord(example.owner, KEY, Buffer.concat([checksum, message])));
  t.true(error instanceof DamagedRecord);
});

test('a public record has what the frontend may know, and is none while public metadata was never given', (t) => {
  const stored = encodeRecord(KEY, example);
  const { owner, incarnation, publicRevision, publicUpdateTime } = example;
  const decoded = decodePublicRecord(owner, KEY, stored);
  t.deepEqual(decoded?.publicMetadata.json(), { a: 'public' });
  t.deepEqual(
    { ...decoded, publicMetadata: undefined },
    { owner, publicMetadata: undefined, incarnation, publicRevision, publicUpdateTime },
  );
  t.is(decodePublicRecord(owner, KEY, encodeRecord(KEY, { ...example, publicRevision: 0 })), undefined);
});

test('what is decoded shares no memory with what was stored', (t) => {
  const stored = Buffer.from(encodeRecord(KEY, example));
  const decoded = decodeRecord(example.owner, KEY, stored);
  stored.fill(0);
  t.deepEqual(contents(decoded), contents(example));
});
