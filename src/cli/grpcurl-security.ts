import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/** How a service is secured, as far as its callers have to know. */
export interface Security {
  /** The file of the certificate, in the file system of the service. */
  readonly certificateFile: string;
  readonly certificate: X509Certificate;
  /** Callers need a certificate as well. */
  readonly clientCertificates: boolean;
}

/**
 * Gives the flags of grpcurl by which it trusts a service on this machine, whatever name its certificate has. `CLIENT.pem`
 * and `CLIENT.key` stand for the files that a caller needs where callers need a certificate.
 *
 * @param host which grpcurl connects to, without brackets; undefined for a socket in the file system
 */
export function grpcurlSecurity(host: string | undefined, security: Security | undefined): readonly string[] {
  if (security === undefined) return ['-plaintext'];
  const { certificateFile, certificate, clientCertificates } = security;
  return [...trust(host, certificateFile, certificate), ...(clientCertificates ? CLIENT_FLAGS : [])];
}

const CLIENT_FLAGS = ['-cert', 'CLIENT.pem', '-key', 'CLIENT.key'];

function trust(host: string | undefined, file: string, certificate: X509Certificate): readonly string[] {
  if (host !== undefined && isFor(certificate, host)) return ['-cacert', file];
  const name = findName(certificate);
  // Go, which grpcurl is written in, knows a certificate by its alternative names alone.
  return name === undefined ? ['-insecure'] : ['-cacert', file, '-authority', name];
}

function isFor(certificate: X509Certificate, host: string): boolean {
  return (
    (isIP(host) === 0 ? certificate.checkHost(host, { subject: 'never' }) : certificate.checkIP(host)) !== undefined
  );
}

function findName({ subjectAltName = '' }: X509Certificate): string | undefined {
  const names = [...subjectAltName.matchAll(/(?:^|, )(?:DNS|IP Address):([\w.*:-]+)(?=,|$)/g)].map(([, name]) => name);
  return names[0]?.replace('*', 'any');
}
