import { isIPv4 } from 'node:net';

/** One subscriber is given the first 64 bits of an IPv6 address, and has the rest to choose from. */
const NETWORK_GROUPS = 4;
const GROUPS = 8;

/**
 * Names the network that a peer calls from, as far as one subscriber can change its address: an IPv4 address, or the first
 * 64 bits of an IPv6 one. Peers of a unix socket have one name together.
 *
 * @param peer address and port, as grpc-js gives them: an IPv6 address stands without brackets.
 */
export function nameNetwork(peer: string): string {
  const address = peer.slice(0, Math.max(peer.lastIndexOf(':'), 0));
  // An IPv4 address as a socket of both kinds gives it: ::ffff:192.0.2.1.
  const mapped = address.slice(address.lastIndexOf(':') + 1);
  if (isIPv4(mapped)) return mapped;
  if (address === '') return peer;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : GROUPS - groups.length - tail.split(':').length;
  const whole = [...groups, ...Array.from({ length: missing }, () => '0'), ...(tail ?? '').split(':')];
  return `${whole.slice(0, NETWORK_GROUPS).join(':')}::/64`;
}
