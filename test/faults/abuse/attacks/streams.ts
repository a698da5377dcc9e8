import { BinaryWriter } from '@bufbuild/protobuf/wire';
import type { Attack } from '../attack.js';
import { beginCall, callHeaders, dataFrames, grpcMessage, READ } from '../call-frames.js';
import { flood } from '../flood.js';
import { RawConnection } from '../raw-connection.js';

const REQUEST = grpcMessage(new BinaryWriter().uint32(10).string('org-nobody').finish());

/** As many streams on one socket as it takes. */
export const STREAM_ATTACKS: readonly Attack[] = [
  {
    title: 'streams on one socket, as many at once as the server allows',
    unit: 'streams',
    short: 3_000,
    full: 100_000,
    async run({ port, key, tally }, size) {
      const connection = await RawConnection.open(port, tally);
      const headers = callHeaders(READ, key);
      for (let begun = 0; begun < size;) {
        const room = Math.min(size - begun, connection.maxStreams - connection.openStreams.size);
        const calls = Array.from({ length: room }, () => {
          const stream = connection.newStream();
          return Buffer.concat([beginCall(stream, headers), dataFrames(stream, REQUEST, true)]);
        });
        begun += room;
        await connection.send(Buffer.concat(calls));
        if (!(await connection.untilOpen(connection.maxStreams - 1))) break;
      }
      await connection.untilOpen(0);
      await connection.close();
    },
  },
  {
    title: 'streams on one socket, against what the server allows',
    unit: 'streams',
    short: 20_000,
    full: 100_000,
    async run(target, size) {
      const headers = callHeaders(READ, target.key);
      await flood(target, size, (connection) => beginCall(connection.newStream(), headers));
    },
  },
  {
    title: 'rapid reset',
    unit: 'streams',
    short: 20_000,
    full: 100_000,
    async run(target, size) {
      const headers = callHeaders(READ, target.key);
      await flood(target, size, (connection) => {
        const stream = connection.newStream();
        return Buffer.concat([
          beginCall(stream, headers),
          dataFrames(stream, REQUEST, true),
          connection.cancel(stream),
        ]);
      });
    },
  },
  {
    title: 'rapid reset without a credential',
    unit: 'streams',
    short: 20_000,
    full: 100_000,
    async run(target, size) {
      const headers = callHeaders(READ);
      await flood(target, size, (connection) => {
        const stream = connection.newStream();
        return Buffer.concat([beginCall(stream, headers), connection.cancel(stream)]);
      });
    },
  },
];
