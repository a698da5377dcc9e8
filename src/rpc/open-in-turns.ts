import type { Socket } from 'node:net';
import { Turns } from '../turns/turns.js';

/** How many connections are opened in one turn, which takes some milliseconds, and how long the pause is until the next. */
const TURN = { perTurn: 8, perSource: 8, waiting: Infinity, pauseMs: 5 };

/** They all are of one source: nobody is told apart by then. */
const ANYBODY = 'anybody';

/** Opens connections. */
export interface Opener {
  readonly open: (socket: Socket) => void;
  /** Opens no more: those that still wait are closed. */
  close(): void;
}

/**
 * Opens connections that come all at once in turns, in the order in which they came: Node accepts hundreds at a time, and to
 * set up HTTP/2 or TLS takes up to a millisecond for each. One that waits is not read; it counts as open.
 *
 * @param begin is given each at its turn
 */
export function openInTurns(begin: (socket: Socket) => void): Opener {
  const turns = new Turns(TURN);
  let isClosed = false;

  const beginReading = (socket: Socket) => {
    // It was accepted without being read; what comes is for those who take it over now.
    socket.read(0);
    begin(socket);
  };

  return {
    open(socket) {
      if (turns.take(ANYBODY)) {
        beginReading(socket);
        return;
      }
      turns.add(ANYBODY, () => {
        if (isClosed) socket.destroy();
        else beginReading(socket);
      });
    },
    close() {
      isClosed = true;
    },
  };
}
