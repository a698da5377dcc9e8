import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Log } from '../../telemetry/log.js';
import { makeTally } from '../../telemetry/tally.js';
import { peerOf } from '../peer-of.js';

/** Is told of a connection that could not be secured, and why. */
export type OnRefusal = (socket: TLSSocket, problem: string) => void;

/**
 * Has the log tell of connections that could not be secured: at debug of each, and at info how many they were and of the latest, every
 * ten seconds while it lasts. One whose client is gone without a word is not counted at info, since that is how probes of a port go.
 */
export function tellRefusals(log: Log): OnRefusal {
  const refused = makeTally(log, 'connections could not be secured', {}, 'info');
  return (socket, problem) => {
    const below = socketBelow(socket);
    const peer = peerOf(below ?? socket);
    log.debug({ problem, peer }, 'a connection could not be secured');
    const isProbe = problem === 'ECONNRESET' && below?.bytesRead === 0;
    if (!isProbe) refused.add({ problem, peer });
  };
}

/** Gives the socket that TLS is on, by a field that is not public: once closed, it alone knows its peer and what was read. */
function socketBelow(socket: TLSSocket & { readonly _parent?: Socket | null }): Socket | undefined {
  return socket._parent ?? undefined;
}
