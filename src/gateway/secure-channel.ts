import { isIP } from 'node:net';
import { checkServerIdentity } from 'node:tls';
import { credentials, type ChannelCredentials, type ChannelOptions } from '@grpc/grpc-js';

/** How a service that speaks TLS is trusted. */
export interface UpstreamTls {
  /** The authorities one of which has signed its certificate, in PEM; those that Node knows if it is undefined. */
  readonly authorities: string | undefined;
}

/** What a channel needs to be secured. */
export interface ChannelSecurity {
  readonly security: ChannelCredentials;
  readonly options: ChannelOptions;
}

/** Told in place of an address, of which TLS can't tell (RFC 6066, 3), and reserved for what doesn't exist (RFC 2606). */
const NO_NAME = 'address.invalid';

/** Says how channels to an address, `host:port`, `[IPv6]:port` or `unix:PATH`, are secured; in clear text without TLS. */
export function secureChannel(address: string, tls: UpstreamTls | undefined): ChannelSecurity {
  if (tls === undefined) return { security: credentials.createInsecure(), options: {} };
  const authorities = tls.authorities === undefined ? null : Buffer.from(tls.authorities);
  const ip = address.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  if (isIP(ip) === 0) return { security: credentials.createSsl(authorities), options: {} };
  // grpc-js tells the address as if it were a name, which Node 26 refuses.
  return {
    security: credentials.createSsl(authorities, null, null, {
      checkServerIdentity: (_name, certificate) => checkServerIdentity(ip, certificate),
    }),
    options: { 'grpc.ssl_target_name_override': NO_NAME },
  };
}
