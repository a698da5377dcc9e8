import { isIPv6 } from 'node:net';

/** The system keeps the path of a socket in 108 bytes, with a NUL at its end, and a longer one would be cut in silence. */
const SOCKET_PATH_BYTES = 107;

const HOST_AND_PORT = /^(?<host>[A-Za-z0-9.-]+|\[(?<v6>[^\]]+)\]):(?<port>\d{1,5})$/;

/**
 * Reads an address to listen on: `host:port`, `[IPv6]:port` (port 0 for a free one) or `unix:PATH`,
 * whose path has 107 bytes at most.
 *
 * @returns the address as it came, or undefined if it is none.
 */
export function parseAddress(text: string): string | undefined {
  // After two slashes a host would follow, and not a path.
  if (/^unix:(\/\/\/|(?!\/\/))[^\0]+$/.test(text)) {
    return Buffer.byteLength(unixSocketPath(text) ?? '') <= SOCKET_PATH_BYTES ? text : undefined;
  }
  const { v6, port } = HOST_AND_PORT.exec(text)?.groups ?? {};
  if (port === undefined || Number(port) > 65_535) return undefined;
  return v6 === undefined || isIPv6(v6) ? text : undefined;
}

/** Gives the path of a `unix:PATH` address; undefined for another address. */
export function unixSocketPath(address: string): string | undefined {
  return address.startsWith('unix:') ? address.slice('unix:'.length).replace(/^\/{3}/, '/') : undefined;
}
