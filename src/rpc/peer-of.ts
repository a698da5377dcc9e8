import type { Socket } from 'node:net';

/** Gives the address of a connection's other end for the log: `host:port`, or `unknown` for a socket in the file system or a closed one. */
export function peerOf(socket: Pick<Socket, 'remoteAddress' | 'remotePort'> | undefined): string {
  const { remoteAddress, remotePort } = socket ?? {};
  return remoteAddress === undefined ? 'unknown' : `${remoteAddress}:${remotePort}`;
}
