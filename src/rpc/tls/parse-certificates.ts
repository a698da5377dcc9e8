import { X509Certificate } from 'node:crypto';

const BEGIN = /-----BEGIN (X509 |TRUSTED )?CERTIFICATE-----/g;
const WHOLE = /-----BEGIN (X509 |TRUSTED )?CERTIFICATE-----[^-]+-----END (X509 |TRUSTED )?CERTIFICATE-----/g;

const NO_PEM = 'holds no certificate in PEM; if it is in DER, convert it: openssl x509 -inform DER -in FILE -out NEW';

/**
 * Reads all certificates of a text in PEM.
 *
 * @throws Error if there is none, or one is cut off or can't be read. The message reads on from the name of the text.
 */
export function parseCertificates(pem: string): [X509Certificate, ...X509Certificate[]] {
  const begun = pem.match(BEGIN)?.length ?? 0;
  const [first, ...others] = pem.match(WHOLE) ?? [];
  // A file that is being written ends anywhere.
  if (begun > (first === undefined ? 0 : 1 + others.length))
    throw new Error('holds a certificate that is cut off; copy the whole file again');
  if (first === undefined) throw new Error(NO_PEM);
  return [parse(first), ...others.map(parse)];
}

function parse(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (error) {
    throw new Error("holds a certificate that can't be read; copy the whole file again", { cause: error });
  }
}
