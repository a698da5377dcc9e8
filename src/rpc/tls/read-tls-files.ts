import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { readRegularFile, UnreadableFile } from '../../files/read-regular-file.js';
import { parseAuthorities } from './parse-authorities.js';
import { parseCertificates } from './parse-certificates.js';
import { toContextOptions } from './to-context-options.js';
import { TlsFilesError, type TlsFault, type TlsFile } from './tls-files-error.js';

const NO_KEY =
  'holds no private key in PEM, or one that is cut off; if it is in DER, convert it: openssl pkey -inform DER -in FILE -out NEW';

const NAMES: Readonly<Record<TlsFile, string>> = {
  certificate: 'the TLS certificate',
  key: 'the TLS key',
  clientCa: 'the TLS client CA',
};

/** Where the files of TLS are, all in PEM. */
export interface TlsPaths {
  /** The certificate of the service, followed by those between it and its root, if there are any. */
  readonly certificate: string;
  readonly key: string;
  /** The certificates that a client's must be signed by; without it clients need none. */
  readonly clientCa: string | undefined;
}

/** The files of TLS as they were read: they fit together. */
export interface TlsFiles {
  /** All of it, by which a change is told. */
  readonly text: string;
  readonly certificate: string;
  readonly key: string;
  readonly clientCa: string | undefined;
  /** The certificate that the service shows as its own. */
  readonly own: X509Certificate;
  /** The certificates of the client CA. */
  readonly authorities: readonly X509Certificate[];
}

/**
 * Reads the files of TLS and checks that they fit together. A certificate that has expired does.
 *
 * @throws TlsFilesError with everything that is wrong
 */
export async function readTlsFiles(paths: TlsPaths): Promise<TlsFiles> {
  const faults: TlsFault[] = [];
  const read = async <T>(file: TlsFile, path: string, parse: (text: string) => T) => {
    try {
      const text = await readRegularFile(path);
      return { text, parsed: parse(text) };
    } catch (error) {
      // The other problems say themselves what to do.
      const wayOut = error instanceof UnreadableFile ? `; ${error.wayOut}` : '';
      faults.push({ file, problem: `${NAMES[file]} ${path} ${(error as Error).message}${wayOut}` });
      return undefined;
    }
  };
  const certificate = await read('certificate', paths.certificate, parseCertificates);
  const key = await read('key', paths.key, parseKey);
  const clientCa = paths.clientCa === undefined ? undefined : await read('clientCa', paths.clientCa, parseAuthorities);
  if (certificate !== undefined && key !== undefined && !certificate.parsed[0].checkPrivateKey(key.parsed)) {
    const problem = `the TLS key ${paths.key} does not belong to the certificate ${paths.certificate}; it must be the key of the first certificate in that file`;
    faults.push({ file: 'key', problem });
  }
  if (faults.length > 0 || certificate === undefined || key === undefined) throw new TlsFilesError(faults);
  const files = {
    text: [certificate.text, key.text, clientCa?.text].join('\0'),
    certificate: certificate.text,
    key: key.text,
    clientCa: clientCa?.text,
    own: certificate.parsed[0],
    authorities: clientCa?.parsed ?? [],
  };
  tryOut(files, paths);
  return files;
}

function parseKey(text: string): KeyObject {
  if (/-----BEGIN ENCRYPTED|^Proc-Type: 4,ENCRYPTED/m.test(text)) {
    throw new Error('is encrypted, and must not be; decrypt it: openssl pkey -in FILE -out NEW');
  }
  try {
    return createPrivateKey(text);
  } catch (error) {
    throw new Error(NO_KEY, { cause: error });
  }
}

/** Finds what only OpenSSL knows, such as a key that is too short for it. */
function tryOut(files: TlsFiles, { certificate }: TlsPaths): void {
  try {
    createSecureContext(toContextOptions(files));
  } catch (error) {
    const { reason, message } = error as Error & { reason?: string };
    const problem = `the TLS certificate ${certificate} can't be used: ${reason ?? message}; make a new one with SHA-256 and a stronger key, such as one of ECDSA P-256`;
    throw new TlsFilesError([{ file: 'certificate', problem }], { cause: error });
  }
}
