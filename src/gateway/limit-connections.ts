import type { Log } from '../telemetry/log.js';
import { makeTally } from '../telemetry/tally.js';
import type { Connection } from './connection.js';
import { gatewayBusy } from './gateway-error.js';

/** What limits connections, and so knows those that are open. */
export interface ConnectionLimit {
  /** Lets one in. */
  enter(connection: Connection): void;
  /** Is to be told when a request begins on one, and when none is under way on it any more. */
  setBusy(connection: Connection, isBusy: boolean): void;
}

/**
 * Keeps at most `limit` connections open. One beyond takes the place of the one that has waited longest for a request: of those
 * that never had one, and only then of those that had. So neither thousands of silent connections nor those whose requests
 * never come whole keep anybody out.
 */
export function limitConnections(limit: number, log: Log): ConnectionLimit {
  const open = new Set<Connection>();
  const silent = new Set<Connection>();
  const idle = new Set<Connection>();
  const closed = makeTally(log, 'connections were closed: as many as allowed are open', { limit });

  const leave = (connection: Connection) => {
    for (const set of [open, silent, idle]) set.delete(connection);
  };

  return {
    enter(connection) {
      if (open.size >= limit) {
        const [longest = connection] = silent.size > 0 ? silent : idle;
        longest.close(gatewayBusy());
        closed.add();
        if (longest === connection) return;
      }
      open.add(connection);
      silent.add(connection);
      connection.onClosed(() => {
        leave(connection);
      });
    },
    setBusy(connection, isBusy) {
      if (!open.has(connection)) return;
      silent.delete(connection);
      if (isBusy) idle.delete(connection);
      else idle.add(connection);
    },
  };
}
