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
        return ours
          .write((to) => {
            write(to, written);
          })
          .equals(theirs.finish());
      }),
    );
  });
});

test('what is finished stays as it is when more is written', (t) => {
  const writer = new MessageWriter();
  const first = writer.write((to) => to.string('first'));
  writer.write((to) => to.string('other'));
  t.is(first.toString(), '\u0005first');
});

test('a message longer than the buffer is written whole, at any depth', (t) => {
  const theirs = new BinaryWriter();
  const fill = (writer: BinaryWriter) => {
    writer.fork().fork();
    for (let index = 0; index < 300; index += 1) writer.bytes(new Uint8Array(10_000).fill(index));
    writer.join().join();
  };
  fill(theirs);
  t.true(new MessageWriter().write(fill).equals(theirs.finish()));
});

test('what was left of a message that failed half way gets into no other', (t) => {
  const writer = new MessageWriter();
  t.throws(() =>
    writer.write((to) => {
      to.fork().string('secret');
      throw new Error('half way');
    }),
  );
  t.is(writer.write((to) => to.string('next')).toString(), '\u0004next');
});
