import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire';
import test from 'ava';
import fc from 'fast-check';
import { OrganizationPublicMetadata } from '../../gen/ts/orgmeta/v1/frontend_metadata.js';
import { jsonEqual, type JsonObject } from '../../src/domain/json.js';
import { Struct, StructBytes, StructFault } from '../../src/struct/index.js';
import { documents } from './arbitrary-document.js';
import { encodeIndependently } from './independent-codec.js';
import * as wire from './wire-bytes.js';

const good = encodeIndependently({ plan: 'pro', seats: 25 });
const nan = wire.member('n', wire.numberKind(NaN));
const garbage = Buffer.alloc(40, 0xff);

/** Encodes an OrganizationPublicMetadata with a document given as bytes, and an etag behind it. */
function message(document: Uint8Array): Uint8Array {
  return Buffer.concat([wire.field(0x12, document), wire.field(0x1a, Buffer.from('etag-1'))]);
}

test('a generated message carries a document as plain JSON, both ways', (t) => {
  fc.assert(
    fc.property(documents, (publicMetadata) => {
      const sent = { organizationId: 'org_1', publicMetadata, etag: 'e', updateTime: undefined };
      const received = OrganizationPublicMetadata.decode(OrganizationPublicMetadata.encode(sent).finish());
      return received.etag === 'e' && jsonEqual(received.publicMetadata as JsonObject, publicMetadata);
    }),
    { numRuns: 200 },
  );
  t.pass();
});

test('StructBytes go into a message as they are, even where they are no Struct', (t) => {
  for (const bytes of [good, new Uint8Array(), nan, garbage]) {
    const sent = { organizationId: '', publicMetadata: new StructBytes(bytes), etag: 'etag-1', updateTime: undefined };
    const encoded = OrganizationPublicMetadata.encode(sent).finish();
    t.is(Buffer.compare(encoded, message(bytes)), 0);
  }
});

test('a document as JSON and as StructBytes give the same message', (t) => {
  const document = { a: [1, 'zwei', { drei: null }] };
  const fromJson = Struct.encode(document, new BinaryWriter()).finish();
  const fromBytes = Struct.encode(StructBytes.fromJson(document), new BinaryWriter()).finish();
  t.deepEqual(fromJson, fromBytes);
});

for (const [title, bytes] of Object.entries({ good, nan, garbage, none: new Uint8Array() })) {
  test(`the reader is behind the document afterwards: ${title}`, (t) => {
    const reader = new BinaryReader(Buffer.concat([Buffer.alloc(7), bytes, Buffer.alloc(5)]));
    reader.pos = 7;
    Struct.decode(reader, bytes.length);
    t.is(reader.pos, 7 + bytes.length);
  });
}

test('without a length, the document is all that is left', (t) => {
  const reader = new BinaryReader(Buffer.concat([Buffer.alloc(7), good]));
  reader.pos = 7;
  t.deepEqual(Struct.decode(reader), { plan: 'pro', seats: 25 });
  t.is(reader.pos, reader.len);
});

test('bytes that begin within a larger buffer are read from where they begin', (t) => {
  const bytes = new Uint8Array(Buffer.concat([garbage, good, garbage])).subarray(40, 40 + good.length);
  t.deepEqual(Struct.decode(bytes), { plan: 'pro', seats: 25 });
  t.deepEqual(Struct.decode(Buffer.from(bytes)), { plan: 'pro', seats: 25 });
});

test('a document that breaks a rule leaves the rest of its message readable', (t) => {
  for (const bytes of [nan, garbage]) {
    const received = OrganizationPublicMetadata.decode(message(bytes));
    t.true(received.publicMetadata instanceof StructFault);
    t.is(received.etag, 'etag-1');
  }
  const received = OrganizationPublicMetadata.decode(message(nan));
  t.deepEqual(received.publicMetadata, new StructFault('n', (received.publicMetadata as StructFault).problem));
});

test('a document that ends behind its message is a RangeError, since the message is malformed', (t) => {
  t.throws(() => Struct.decode(new BinaryReader(good), good.length + 1), { instanceOf: RangeError });
  t.throws(() => OrganizationPublicMetadata.decode(message(good).subarray(0, 10)), { instanceOf: RangeError });
  t.throws(() => Struct.decode(new BinaryReader(good), 2 ** 32 - 1), { instanceOf: RangeError });
});

test('wrap and unwrap change nothing', (t) => {
  const document = { a: 1 };
  t.is(Struct.wrap(document), document);
  t.is(Struct.unwrap(document), document);
});
