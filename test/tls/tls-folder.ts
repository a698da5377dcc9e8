import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { credentials, type ChannelCredentials } from '@grpc/grpc-js';
import type { ExecutionContext } from 'ava';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';
import { makeCertificate, type Certificate } from './make-certificate.js';

/** A folder with the files of TLS: a certificate for `localhost` of an authority, and its key. */
export interface TlsFolder {
  readonly authority: Certificate;
  readonly server: Certificate;
  readonly certificatePath: string;
  readonly keyPath: string;
  readonly authorityPath: string;
  /** Makes another certificate for `localhost` of the same authority. */
  readonly renew: () => Certificate;
  /** Trusts the authority, with a client's certificate if one is given. */
  readonly trust: (client?: Certificate) => ChannelCredentials;
}

/** Makes a folder with the files of TLS, until the test ends. */
export async function makeTlsFolder(t: ExecutionContext): Promise<TlsFolder> {
  const folder = await makeTemporaryFolder(t);
  const authority = makeCertificate('test authority', { authority: true });
  const renew = () => makeCertificate('server', { hosts: ['localhost', '127.0.0.1'], issuer: authority });
  const server = renew();
  const paths = {
    certificatePath: join(folder, 'tls.crt'),
    keyPath: join(folder, 'tls.key'),
    authorityPath: join(folder, 'ca.crt'),
  };
  await writeFile(paths.certificatePath, server.certificate);
  await writeFile(paths.keyPath, server.key);
  await writeFile(paths.authorityPath, authority.certificate);
  return {
    authority,
    server,
    ...paths,
    renew,
    trust: (client) =>
      credentials.createSsl(
        Buffer.from(authority.certificate),
        client && Buffer.from(client.key),
        client && Buffer.from(client.certificate),
      ),
  };
}
