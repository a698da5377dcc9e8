import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { bits, der, identifier, integer, octets, sequence, set, time, utf8, yes } from './der.js';

/** A certificate and its key. Node can read certificates and not make them, so this writes X.509 (RFC 5280) by itself. */
export interface Certificate {
  readonly name: string;
  /** Both in PEM. */
  readonly certificate: string;
  readonly key: string;
  readonly privateKey: KeyObject;
}

/** What a certificate is made of. */
export interface CertificateOptions {
  /** The names and IPv4 addresses it is for. */
  readonly hosts?: readonly string[];
  /** Who signs it; itself if it is left out. */
  readonly issuer?: Certificate;
  /** Lets it sign others, or not; `unsaid` leaves out the extension that says so. */
  readonly authority?: boolean | 'unsaid';
  readonly validFrom?: Date;
  readonly validTo?: Date;
  /** Its keys; new ones, of P-256, if they are left out. */
  readonly keys?: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
}

const DAY_MS = 24 * 3_600_000;
const RSA_WITH_SHA256 = sequence(identifier('1.2.840.113549.1.1.11'), der(0x05));
const ECDSA_WITH_SHA256 = sequence(identifier('1.2.840.10045.4.3.2'));

/** Makes a certificate with a new key, valid from yesterday on for ten days. */
export function makeCertificate(name: string, options: CertificateOptions = {}): Certificate {
  const { hosts = [], issuer, authority = false } = options;
  const { publicKey, privateKey } = options.keys ?? generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signingKey = issuer?.privateKey ?? privateKey;
  const algorithm = signingKey.asymmetricKeyType === 'rsa' ? RSA_WITH_SHA256 : ECDSA_WITH_SHA256;
  const { validFrom = new Date(Date.now() - DAY_MS), validTo = new Date(Date.now() + 9 * DAY_MS) } = options;
  const extensions = [
    ...(authority === 'unsaid' ? [] : [extension('2.5.29.19', sequence(...(authority ? [yes()] : [])), true)]),
    ...(hosts.length === 0 ? [] : [extension('2.5.29.17', sequence(...hosts.map(alternativeName)))]),
  ];
  const signed = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    commonName(issuer?.name ?? name),
    sequence(time(validFrom), time(validTo)),
    commonName(name),
    publicKey.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', signed, signingKey);
  return {
    name,
    certificate: pem(sequence(signed, algorithm, bits(signature))),
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
    privateKey,
  };
}

function commonName(name: string): Buffer {
  return sequence(set(sequence(identifier('2.5.4.3'), utf8(name))));
}

function extension(id: string, value: Buffer, critical = false): Buffer {
  return sequence(identifier(id), ...(critical ? [yes()] : []), octets(value));
}

function alternativeName(host: string): Buffer {
  return isIPv4(host) ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host));
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
