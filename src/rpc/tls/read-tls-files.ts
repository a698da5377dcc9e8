import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { readRegularFile } from '../../files/read-regular-file.js';
import { parseCertificates } from './parse-certificates.js';
import { toContextOptions } from './to-context-options.js';
import { TlsFilesError } from './tls-files-error.js';

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
}

/**
 * Reads the files of TLS and checks that they fit together. A certificate that has expired does.
 *
 * @throws TlsFilesError with everything that is wrong
 */
export async function readTlsFiles(paths: TlsPaths): Promise<TlsFiles> {
  const faults: string[] = [];
  const read = async <T>(name: string, path: string, parse: (text: string) => T) => {
    try {
      const text = await readRegularFile(path);
      return { text, parsed: parse(text) };
    } catch (error) {
      faults.push(`${name} ${path} ${(error as Error).message}`);
      return undefined;
    }
  };
  const certificate = await read('the TLS certificate', paths.certificate, parseCertificates);
  const key = await read('the TLS key', paths.key, parseKey);
  const clientCa =
    paths.clientCa === undefined ? undefined : await read('the TLS client CA', paths.clientCa, parseCertificates);
  if (certificate !== undefined && key !== undefined && !certificate.parsed[0].checkPrivateKey(key.parsed)) {
    faults.push(`the TLS key ${paths.key} does not belong to the certificate ${paths.certificate}`);
  }
  if (faults.length > 0 || certificate === undefined || key === undefined) throw new TlsFilesError(faults);
  const files = {
    text: [certificate.text, key.text, clientCa?.text].join('\0'),
    certificate: certificate.text,
    key: key.text,
    clientCa: clientCa?.text,
    own: certificate.parsed[0],
  };
  tryOut(files, paths);
  return files;
}

function parseKey(text: string): KeyObject {
  if (/-----BEGIN ENCRYPTED|^Proc-Type: 4,ENCRYPTED/m.test(text)) throw new Error('is encrypted, and must not be');
  try {
    return createPrivateKey(text);
  } catch (error) {
    throw new Error('holds no private key in PEM, or one that is cut off', { cause: error });
  }
}

/** Finds what only OpenSSL knows, such as a key that is too short for it. */
function tryOut(files: TlsFiles, { certificate }: TlsPaths): void {
  try {
    createSecureContext(toContextOptions(files));
  } catch (error) {
    const { reason, message } = error as Error & { reason?: string };
    throw new TlsFilesError([`the TLS certificate ${certificate} can't be used: ${reason ?? message}`], {
      cause: error,
    });
  }
}
