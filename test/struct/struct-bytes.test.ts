import test from 'ava';
import { StructBytes } from '../../src/struct/index.js';
import { StructError } from '../../src/struct/struct-error.js';
import { encodeIndependently } from './independent-codec.js';
import * as wire from './wire-bytes.js';

test('the bytes are kept as they were given', (t) => {
  const bytes = encodeIndependently({ a: 1 });
  t.is(new StructBytes(bytes).bytes, bytes);
});

test('the document is parsed once', (t) => {
  const struct = new StructBytes(encodeIndependently({ a: { b: [1] } }));
  t.deepEqual(struct.json(), { a: { b: [1] } });
  t.is(struct.json(), struct.json());
});

test('a document made of JSON has its bytes, and is that JSON', (t) => {
  const document = { a: { b: [1] } };
  const struct = StructBytes.fromJson(document);
  t.is(Buffer.compare(struct.bytes, encodeIndependently(document)), 0);
  t.is(struct.json(), document);
});

test('the empty document has no bytes', (t) => {
  t.is(StructBytes.EMPTY.bytes.length, 0);
  t.deepEqual(StructBytes.EMPTY.json(), {});
});

test('bytes that are no document throw when they are parsed, each time', (t) => {
  const struct = new StructBytes(wire.member('n', wire.numberKind(NaN)));
  t.throws(() => struct.json(), { instanceOf: StructError, message: /NaN/ });
  t.throws(() => struct.json(), { instanceOf: StructError, message: /NaN/ });
});
