import test from 'ava';
import fc from 'fast-check';
import { encodeStruct } from '../../src/struct/encode-struct.js';
import { documents } from './arbitrary-document.js';
import { checkDecode, checkOutcomes, type Outcomes } from './check-decode.js';
import * as wire from './wire-bytes.js';

/** A change of some bytes: `at` and `from` are places in them, as a part of their length. */
interface Mutation {
  verb: 'flip' | 'set' | 'insert' | 'delete' | 'truncate' | 'splice';
  at: number;
  from: number;
  byte: number;
  length: number;
}

const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const mutations: fc.Arbitrary<Mutation> = fc.record({
  verb: fc.constantFrom('flip', 'set', 'insert', 'delete', 'truncate', 'splice'),
  at: part,
  from: part,
  byte: fc.integer({ min: 0, max: 255 }),
  length: fc.integer({ min: 1, max: 12 }),
});

function mutate(bytes: Uint8Array, { verb, at, from, byte, length }: Mutation): Uint8Array {
  const place = Math.floor(at * bytes.length);
  const before = bytes.subarray(0, place);
  const source = Math.floor(from * bytes.length);
  switch (verb) {
    case 'flip':
      return Buffer.concat([before, Uint8Array.of((bytes[place] ?? 0) ^ (1 << (byte % 8))), bytes.subarray(place + 1)]);
    case 'set':
      return Buffer.concat([before, Uint8Array.of(byte), bytes.subarray(place + 1)]);
    case 'insert':
      return Buffer.concat([before, Uint8Array.of(byte), bytes.subarray(place)]);
    case 'delete':
      return Buffer.concat([before, bytes.subarray(place + length)]);
    case 'truncate':
      return before;
    case 'splice':
      return Buffer.concat([before, bytes.subarray(source, source + length), bytes.subarray(place)]);
  }
}

test('mutated bytes decode to a document that they stand for, or to a fault', (t) => {
  const outcomes: Outcomes = { refused: 0, accepted: 0, agreed: 0 };
  const cases = fc.tuple(documents, fc.array(mutations, { minLength: 1, maxLength: 3 }));
  fc.assert(
    fc.property(cases, ([document, changes]) => checkDecode(changes.reduce(mutate, encodeStruct(document)), outcomes)),
    { numRuns: 2500 },
  );
  checkOutcomes(t, outcomes);
});

/** Encodes a field of wire type 2 whose tag and length may be longer than they need to be. */
const loose = (tag: number, payload: Uint8Array, tagBytes: number, lengthBytes: number): Uint8Array =>
  Buffer.concat([wire.varint(tag, tagBytes), wire.varint(payload.length, lengthBytes), payload]);

/** Is 1 nearly always, and up to `most` otherwise. */
const mostlyOne = (most: number): fc.Arbitrary<number> =>
  fc.oneof({ weight: 30, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: most }) });

const fieldOf = (tag: number, payload: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc.tuple(fc.constant(tag), payload, mostlyOne(5), mostlyOne(5)).map((parts) => loose(...parts));

const join = (...parts: fc.Arbitrary<Uint8Array>[]): fc.Arbitrary<Uint8Array> =>
  fc.tuple(...parts).map((bytes) => Buffer.concat(bytes));

/** Repeats what is mostly there once, so that it is sometimes missing and sometimes there twice. */
const about = (once: fc.Arbitrary<Uint8Array>, count = fc.constantFrom(...Array<number>(40).fill(1), 0, 2)) =>
  count.chain((times) => join(...Array<fc.Arbitrary<Uint8Array>>(times).fill(once)));

const several = (one: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc.array(one, { maxLength: 4 }).map((parts) => Buffer.concat(parts));

const text = fc.oneof(
  { weight: 20, arbitrary: fc.string({ maxLength: 30 }).map((string) => Buffer.from(string)) },
  { weight: 20, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }).map((string) => Buffer.from(string)) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'a\0', '\ufffd').map((string) => Buffer.from(string)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 30 }) },
);

const varintKind = (tag: number, values: fc.Arbitrary<number>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(values, mostlyOne(10))
    .map(([value, bytes]) => Buffer.concat([Uint8Array.of(tag), wire.varint(value, bytes)]));

/** Messages made of the right parts, in odd orders, numbers and lengths. */
const structs = fc.letrec<{ struct: Uint8Array; list: Uint8Array; value: Uint8Array }>((tie) => ({
  struct: several(
    fieldOf(
      0x0a,
      fc.oneof(
        { weight: 10, arbitrary: join(about(fieldOf(0x0a, text)), about(fieldOf(0x12, tie('value')))) },
        { weight: 1, arbitrary: join(about(fieldOf(0x12, tie('value'))), about(fieldOf(0x0a, text))) },
      ),
    ),
  ),
  list: several(fieldOf(0x0a, tie('value'))),
  value: about(
    fc.oneof(
      { maxDepth: 6 },
      varintKind(0x08, fc.constantFrom(...Array<number>(40).fill(0), 1, 2 ** 31)),
      varintKind(0x20, fc.constantFrom(0, 1, 2, 2 ** 32, 2 ** 52)),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(wire.numberKind),
      fieldOf(0x1a, text),
      fieldOf(0x2a, tie('struct')),
      fieldOf(0x32, tie('list')),
    ),
  ),
})).struct;

test('an oddly built message decodes to the document that it stands for, or to a fault', (t) => {
  const outcomes: Outcomes = { refused: 0, accepted: 0, agreed: 0 };
  fc.assert(
    fc.property(structs, (bytes) => checkDecode(bytes, outcomes)),
    { numRuns: 2500 },
  );
  checkOutcomes(t, outcomes);
});

test('random bytes decode to a document or to a fault', (t) => {
  const outcomes: Outcomes = { refused: 0, accepted: 0, agreed: 0 };
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => checkDecode(bytes, outcomes)),
    { numRuns: 1000 },
  );
  t.true(outcomes.refused > 100);
});
