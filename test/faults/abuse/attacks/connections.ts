import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Attack } from '../attack.js';
import type { Tally } from '../tally.js';

/** How many connections are begun at once. */
const BATCH = 250;

/** Opens sockets on which `say` is said, and nothing more, and closes them when all have been open for `holdMs`. */
async function holdSockets(port: number, count: number, tally: Tally, say: Buffer | undefined, holdMs: number) {
  const sockets: Socket[] = [];
  for (let begun = 0; begun < count; begun += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - begun) }, () => {
      const socket = connect({ host: '127.0.0.1', port });
      // Hides the end of the connection if it is not read.
      socket.resume();
      socket.on('error', () => undefined);
      socket.once('close', () => {
        tally.count('closed');
      });
      return socket;
    });
    await Promise.all(
      batch.map((socket) =>
        once(socket, 'connect').then(
          () => say && socket.write(say),
          () => {
            tally.count('not connected');
          },
        ),
      ),
    );
    sockets.push(...batch);
  }
  await new Promise((resolve) => setTimeout(resolve, holdMs));
  tally.count('open', sockets.filter((socket) => !socket.closed).length);
  for (const socket of sockets) socket.destroy();
  await Promise.all(sockets.filter((socket) => !socket.closed).map((socket) => once(socket, 'close')));
}

/** The first record of TLS, whose message says to be longer than what comes. */
const HALF_HELLO = Buffer.from('16030100f0010000ec0303', 'hex');

/** Connections that are opened, and on which nothing happens. */
export const CONNECTION_ATTACKS: readonly Attack[] = [
  {
    title: 'sockets that say nothing',
    unit: 'sockets',
    short: 1_000,
    full: 3_500,
    run: ({ port, tally }, size) => holdSockets(port, size, tally, undefined, size),
  },
  {
    title: 'more sockets than the server lets in',
    unit: 'sockets',
    short: 5_000,
    full: 10_000,
    run: ({ port, tally }, size) => holdSockets(port, size, tally, undefined, 500),
  },
  {
    title: 'handshakes of TLS that stop',
    unit: 'sockets',
    short: 500,
    full: 3_500,
    tls: true,
    run: ({ port, tally }, size) => holdSockets(port, size, tally, HALF_HELLO, size),
  },
];
