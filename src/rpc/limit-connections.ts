import type { Socket } from 'node:net';
import type { Log } from '../telemetry/log.js';
import { makeTally } from '../telemetry/tally.js';

/** Lets a connection in, or closes it: whether it was let in. */
export type Admit = (socket: Socket) => boolean;

/** Lets in at most `limit` connections at once. One beyond is closed at once, before a byte of it is read, and counted in the log. */
export function limitConnections(limit: number, log: Log): Admit {
  const refused = makeTally(log, 'connections were refused: as many as allowed are open', { limit });
  let open = 0;

  return (socket) => {
    if (open >= limit) {
      socket.destroy();
      refused.add();
      return false;
    }
    open += 1;
    socket.once('close', () => (open -= 1));
    return true;
  };
}
