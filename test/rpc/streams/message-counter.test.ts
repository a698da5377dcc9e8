import test from 'ava';
import { MessageCounter } from '../../../src/rpc/streams/message-counter.js';
import { frame } from '../raw-call.js';

const MESSAGES = Buffer.concat([0, 1, 300, 0, 0, 70_000].map((length) => frame(Buffer.alloc(length, 0xff))));

for (const pieceBytes of [1, 2, 3, 7, 64, 16_384, 1_000_000]) {
  test(`counts messages that come in pieces of ${pieceBytes} bytes`, (t) => {
    const counter = new MessageCounter();
    let count = 0;
    for (let start = 0; start < MESSAGES.length; start += pieceBytes) {
      count += counter.count(MESSAGES.subarray(start, start + pieceBytes));
    }
    t.is(count, 6);
  });
}

test('counts a message whose bytes have not come, and none of which a part of the prefix is missing', (t) => {
  const counter = new MessageCounter();
  t.is(counter.count(frame(Buffer.alloc(100)).subarray(0, 4)), 0);
  t.is(counter.count(Buffer.of(100)), 1);
  t.is(counter.count(Buffer.alloc(99)), 0);
});

test('counts no further than it is asked to, however many there are', (t) => {
  const many = Buffer.concat(Array.from({ length: 100 }, () => frame(Buffer.alloc(0))));
  t.is(new MessageCounter().count(many, 10), 11);
});
