import { unixSocketPath } from './parse-address.js';
import type { Setting } from './setting.js';

type Reasons = Readonly<Record<string, string | undefined>>;

// The system's own messages name the address once more.
const PORT_REASONS: Reasons = {
  EADDRINUSE: 'another process has this address',
  EACCES: 'this user may not use this port, as is usual for those below 1024',
  EADDRNOTAVAIL: 'this machine does not have this address',
  ENOTFOUND: 'this name is not known',
};

const SOCKET_REASONS: Reasons = {
  EADDRINUSE: 'another process has this address, or the file there is not a socket',
  // Node says the same of a folder that is missing.
  EACCES: 'this user may not make a socket there, or the folder does not exist',
  EPERM: 'this user may not make a socket there',
};

/**
 * Says why the process can't listen on an address, and which setting to change.
 *
 * @param error what listening threw
 * @param setting gave the address
 * @param own where the process listens already, by `ORGMETA_ADDRESS`
 */
export function describeListenFault(error: unknown, address: string, setting: Setting<unknown>, own?: string): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const reasons = unixSocketPath(address) === undefined ? PORT_REASONS : SOCKET_REASONS;
  const isOwn = code === 'EADDRINUSE' && own !== undefined && portOrPath(own) === portOrPath(address);
  const reason = `${reasons[code] ?? message}${isOwn ? ', or ORGMETA_ADDRESS names it too' : ''}`;
  return `can't listen on ${address}: ${reason}; set ${setting.variable} or --${setting.flag} to another`;
}

function portOrPath(address: string): string {
  return unixSocketPath(address) ?? address.slice(address.lastIndexOf(':') + 1);
}
