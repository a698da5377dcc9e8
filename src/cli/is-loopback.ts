import { unixSocketPath } from './parse-address.js';

/** Tells whether an address to listen on is reached from this machine alone, as far as it says so itself. */
export function isLoopback(address: string): boolean {
  return unixSocketPath(address) !== undefined || isLoopbackHost(address.replace(/:\d+$/, ''));
}

/** Tells whether a host, `[IPv6]` in brackets, is this machine and never another one. */
export function isLoopbackHost(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/i.test(host);
}
