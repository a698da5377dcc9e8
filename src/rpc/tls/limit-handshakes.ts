import type { Socket } from 'node:net';

/** Counts the handshakes that are under way. */
export interface HandshakeLimit {
  /** Counts a connection that begins one. */
  readonly begin: (socket: Socket) => void;
  /** Counts it no more, since it is secured. The socket may be the one that TLS has made of it. */
  readonly end: (socket: Socket) => void;
}

/**
 * Lets at most `most` handshakes be under way, and closes the connection of the oldest beyond: one that means well is done in the time that a
 * few packets take. Those over a socket in the file system are not counted.
 */
export function limitHandshakes(most: number): HandshakeLimit {
  /** By the other end, in the order in which they began. */
  const underWay = new Map<string, Socket>();

  const closeOldest = () => {
    for (const [peer, socket] of underWay) {
      underWay.delete(peer);
      socket.destroy();
      return;
    }
  };

  return {
    begin(socket) {
      const peer = nameOf(socket);
      if (peer === undefined) return;
      if (underWay.size >= most) closeOldest();
      underWay.set(peer, socket);
      socket.once('close', () => {
        if (underWay.get(peer) === socket) underWay.delete(peer);
      });
    },
    end(socket) {
      const peer = nameOf(socket);
      if (peer !== undefined) underWay.delete(peer);
    },
  };
}

function nameOf({ remoteAddress, remotePort }: Socket): string | undefined {
  return remoteAddress === undefined ? undefined : `${remoteAddress} ${remotePort}`;
}
