import { BinaryWriter } from '@bufbuild/protobuf/wire';
import test from 'ava';
import fc from 'fast-check';
import { MessageWriter } from '../../src/struct/message-writer.js';

/** One thing to write: a method and its argument, or messages within a message. */
type Field =
  | ['uint32' | 'int32' | 'int64' | 'double', number]
  | ['bool', boolean]
  | ['string', string]
  | ['bytes' | 'raw', Uint8Array]
  | ['message', Field[]];

const leaf = fc.oneof(
  fc.tuple(fc.constant('uint32' as const), fc.nat(0xffffffff)),
  fc.tuple(fc.constant('int32' as const), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  fc.tuple(fc.constant('int64' as const), fc.maxSafeInteger()),
  fc.tuple(fc.constant('double' as const), fc.double()),
  fc.tuple(fc.constant('bool' as const), fc.boolean()),
  fc.tuple(fc.constant('string' as const), fc.string({ unit: 'binary', maxLength: 300 })),
  fc.tuple(fc.constantFrom('bytes' as const, 'raw' as const), fc.uint8Array({ maxLength: 20_000, size: 'max' })),
);
const { fields } = fc.letrec<{ fields: Field[] }>((tie) => ({
  fields: fc.array(fc.oneof({ depthSize: 'small' }, leaf, fc.tuple(fc.constant('message' as const), tie('fields'))), {
    maxLength: 6,
  }),
}));

function write(writer: BinaryWriter, written: Field[]): void {
  for (const field of written) {
    if (field[0] === 'message') {
      writer.fork();
      write(writer, field[1]);
      writer.join();
    } else {
      const [method, value] = field;
      (writer[method] as (value: unknown) => unknown)(value);
    }
  }
}

test('the bytes are those of protobuf-es, whatever is written, and however often', (t) => {
  const ours = new MessageWriter();
  t.notThrows(() => {
    fc.assert(
      fc.property(fields, (written) => {
        const theirs = new BinaryWriter();
        write(theirs, written);
        write(ours.asBinaryWriter(), written);
        return ours.finish().equals(theirs.finish());
      }),
    );
  });
});

test('what is finished stays as it is when more is written', (t) => {
  const writer = new MessageWriter();
  const first = writer.string('first').finish();
  writer.string('other');
  t.is(first.toString(), '\u0005first');
});

test('an answer longer than the buffer is written whole, at any depth', (t) => {
  const ours = new MessageWriter();
  const theirs = new BinaryWriter();
  for (const writer of [ours.asBinaryWriter(), theirs]) {
    writer.fork().fork();
    for (let index = 0; index < 300; index += 1) writer.bytes(new Uint8Array(10_000).fill(index));
    writer.join().join();
  }
  t.true(ours.finish().equals(theirs.finish()));
});
