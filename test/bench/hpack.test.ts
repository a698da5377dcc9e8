import test from 'ava';
import { encodeHeaders, readGrpcStatus } from '../../bench/load/hpack.js';

for (const { title, block, expected } of [
  { title: 'a plain name', block: encodeHeaders([['grpc-status', '0']]), expected: 0 },
  { title: 'a Huffman-coded name', block: hex('88 00 88 9acac8b21234da8f 01 35'), expected: 5 },
  { title: 'a literal that asks to be indexed', block: hex('40 88 9acac8b21234da8f 02 3134'), expected: 14 },
  { title: 'a table size first', block: hex('20 88 5f 82 1d75 00 88 9acac8b21234da8f 02 3136'), expected: 16 },
  {
    title: 'a long header first',
    block: encodeHeaders([
      ['x', 'y'.repeat(300)],
      ['grpc-status', '13'],
    ]),
    expected: 13,
  },
  {
    title: 'no status',
    block: encodeHeaders([
      [':status', '200'],
      ['grpc-message', 'OK'],
    ]),
    expected: undefined,
  },
  { title: 'an empty block', block: Buffer.alloc(0), expected: undefined },
]) {
  test(`grpc-status is found in a block with ${title}`, (t) => {
    t.is(readGrpcStatus(block), expected);
  });
}

test('a Huffman-coded status is refused, not guessed', (t) => {
  t.throws(() => readGrpcStatus(hex('00 88 9acac8b21234da8f 81 07')), { message: /Huffman/ });
});

function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(' ', ''), 'hex');
}
