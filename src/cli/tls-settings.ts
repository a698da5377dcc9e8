import type { Setting } from './setting.js';

/** The settings about TLS, a part of the one table. */
export const TLS_SETTINGS = {
  tlsCert: {
    variable: 'ORGMETA_TLS_CERT',
    flag: 'tls-cert',
    placeholder: '<file>',
    parse: parsePath,
    expected: 'a file',
    default: undefined,
    defaultText: 'none: no TLS',
    neverEmpty: true,
    neededBy: ['tlsKey', 'tlsClientCa'],
    description:
      'The certificate (PEM, with its chain) that connections are secured with; it is read again when it changes',
  },
  tlsKey: {
    variable: 'ORGMETA_TLS_KEY',
    flag: 'tls-key',
    placeholder: '<file>',
    parse: parsePath,
    expected: 'a file',
    default: undefined,
    defaultText: 'none; required with a certificate',
    neverEmpty: true,
    neededBy: ['tlsCert', 'tlsClientCa'],
    description: 'The private key (PEM, not encrypted) of the certificate',
  },
  tlsClientCa: {
    variable: 'ORGMETA_TLS_CLIENT_CA',
    flag: 'tls-client-ca',
    placeholder: '<file>',
    parse: parsePath,
    expected: 'a file',
    default: undefined,
    defaultText: 'none: clients need no certificate',
    neverEmpty: true,
    description: 'The authorities (PEM); every client must then have a certificate that one of them signed (mTLS)',
  },
} satisfies Record<string, Setting<unknown>>;

function parsePath(text: string): string | undefined {
  return text === '' || text.includes('\0') ? undefined : text;
}
