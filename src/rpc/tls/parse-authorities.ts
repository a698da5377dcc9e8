import type { X509Certificate } from 'node:crypto';
import { parseCertificates } from './parse-certificates.js';

/**
 * Reads all certificates of a text in PEM, which must be those of authorities. One that has signed itself may say that it is none, or
 * say nothing of it: OpenSSL trusts it all the same, and if it may not sign others, then for the client that has it.
 *
 * @throws Error if one isn't an authority's, and for what {@link parseCertificates} refuses. The message reads on from the name of the text.
 */
export function parseAuthorities(pem: string): readonly X509Certificate[] {
  const certificates = parseCertificates(pem);
  const others = certificates.filter((certificate) => !certificate.ca && !hasSignedItself(certificate));
  if (others.length === 0) return certificates;
  const named = others.map(({ subject, issuer }) => `${toOneLine(subject)}, signed by ${toOneLine(issuer)}`);
  throw new Error(
    `holds a certificate that isn't an authority's (${named.join('; ')}); replace it with that of the authority`,
  );
}

function hasSignedItself(certificate: X509Certificate): boolean {
  return certificate.verify(certificate.publicKey);
}

/** Writes the name of a subject or an issuer, of which Node gives each part on a line of its own, on one. */
export function toOneLine(name: string | undefined): string {
  return name?.replaceAll('\n', ', ') ?? 'no name';
}
