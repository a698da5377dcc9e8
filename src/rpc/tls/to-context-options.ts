import { constants } from 'node:crypto';
import type { SecureContextOptions } from 'node:tls';

/** What HTTP/2 allows of TLS 1.2 (RFC 9113, 9.2.2), and all of TLS 1.3. */
const CIPHERS = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
];

/** HTTP/2 forbids it, and a caller makes the service work with it. */
const NO_RENEGOTIATION = constants.SSL_OP_NO_RENEGOTIATION;

/** A session that is resumed stands for the client's certificate, whose time nobody looks at again. */
const NO_RESUMPTION = constants.SSL_OP_NO_TICKET;

/** The texts of files in PEM. */
interface PemTexts {
  readonly certificate: string;
  readonly key: string;
  /** Clients need no certificate without it. */
  readonly clientCa: string | undefined;
}

/** Says what new connections are secured with. */
export function toContextOptions({ certificate, key, clientCa }: PemTexts): SecureContextOptions {
  return {
    cert: certificate,
    key,
    ...(clientCa !== undefined && { ca: clientCa }),
    minVersion: 'TLSv1.2',
    ciphers: CIPHERS.join(':'),
    secureOptions: clientCa === undefined ? NO_RENEGOTIATION : NO_RENEGOTIATION | NO_RESUMPTION,
  };
}
