import type { Socket } from 'node:net';
import type { Log } from '../telemetry/log.js';

/** How often at most the log says that connections were refused, in milliseconds. */
const SAY_EVERY_MS = 10_000;

/** Lets a connection in, or closes it: whether it was let in. */
export type Admit = (socket: Socket) => boolean;

/**
 * Lets in at most `limit` connections at once. One beyond is closed at once, before a byte of it is read; the log says so
 * at the first, and then how many there were, every ten seconds while it lasts.
 */
export function limitConnections(limit: number, log: Log): Admit {
  let open = 0;
  let refused = 0;
  let timer: NodeJS.Timeout | undefined;

  const say = () => {
    timer = undefined;
    if (refused === 0) return;
    log.warn({ refused, limit }, 'connections were refused: as many as allowed are open');
    refused = 0;
    timer = setTimeout(say, SAY_EVERY_MS).unref();
  };

  return (socket) => {
    if (open >= limit) {
      socket.destroy();
      refused += 1;
      if (timer === undefined) say();
      return false;
    }
    open += 1;
    socket.once('close', () => (open -= 1));
    return true;
  };
}
