import test from 'ava';
import fc from 'fast-check';
import { LINE_MAX_BYTES, splitLines, type BadLine } from '../../src/transfer/split-lines.js';

async function collect(chunks: readonly Uint8Array[]): Promise<(string | BadLine)[]> {
  async function* stream() {
    for (const chunk of chunks) {
      await Promise.resolve();
      yield chunk;
    }
  }
  const lines: (string | BadLine)[] = [];
  for await (const line of splitLines(stream())) lines.push(line);
  return lines;
}

const texts = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\n', ''));

test('lines come as they are, wherever the chunks end', async (t) => {
  await t.notThrowsAsync(() =>
    fc.assert(
      fc.asyncProperty(fc.array(texts), fc.integer({ min: 1, max: 9 }), async (lines, size) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        );
        return JSON.stringify(await collect(chunks)) === JSON.stringify(lines);
      }),
    ),
  );
});

test('the last line needs no newline, and nothing has no line', async (t) => {
  t.deepEqual(await collect([Buffer.from('a\n\nb')]), ['a', '', 'b']);
  t.deepEqual(await collect([]), []);
});

test('a line of bytes that are not UTF-8 is told, and the next one comes', async (t) => {
  t.deepEqual(await collect([Buffer.from([0xff, 0x0a, 0x61])]), [{ problem: 'is not UTF-8' }, 'a']);
});

test('a line may have as many bytes as the limit, and with one more it is told and not kept', async (t) => {
  const [long, longer, next] = await collect([
    Buffer.alloc(LINE_MAX_BYTES, 'x'),
    Buffer.from('\n'),
    Buffer.alloc(LINE_MAX_BYTES, 'x'),
    Buffer.from('x\nnext'),
  ]);
  t.is((long as string).length, LINE_MAX_BYTES);
  t.deepEqual(longer, { problem: 'is longer than 1048576 bytes, which no record is' });
  t.is(next, 'next');
});
