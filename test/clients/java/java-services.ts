import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createKey } from '../../e2e/keys.js';
import { startService, type RunningService } from '../../e2e/service.js';
import { makeCertificate } from '../../tls/make-certificate.js';

/** The services that the tests of the Java client call. */
export interface JavaServices {
  /** Where one listens without TLS. */
  readonly address: string;
  /** Keys of both roles for it. */
  readonly backend: string;
  readonly frontend: string;
  /** What the JUnit tests are told of these services. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts one service without TLS, its frontends served at a socket too, and one that asks for a client's certificate. */
export async function startJavaServices(): Promise<JavaServices> {
  const folder = await mkdtemp(path.join(tmpdir(), 'orgmeta-java-'));
  const running: RunningService[] = [];
  const stop = async () => {
    for (const service of running) await service.stop('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const open = path.join(folder, 'open');
    const backend = await createKey(open, { role: 'backend' });
    const frontend = await createKey(open, { role: 'frontend' });
    const socket = `unix:${path.join(folder, 'socket')}`;
    const plain = await startService({ dataDir: open, env: { ORGMETA_FRONTEND_ADDRESS: socket } });
    running.push(plain);
    const files = await writeCertificates(folder);
    const secured = await startService({
      dataDir: path.join(folder, 'secured'),
      env: {
        ORGMETA_TLS_CERT: files.serverCertificate,
        ORGMETA_TLS_KEY: files.serverKey,
        ORGMETA_TLS_CLIENT_CA: files.authority,
      },
    });
    running.push(secured);
    const env = {
      ORGMETA_ADDRESS: plain.address,
      ORGMETA_KEY: backend,
      ORGMETA_UNIX_ADDRESS: socket,
      ORGMETA_TLS_ADDRESS: secured.address,
      ORGMETA_TLS_AUTHORITY: files.authority,
      ORGMETA_TLS_CERTIFICATE: files.clientCertificate,
      ORGMETA_TLS_KEY: files.clientKey,
    };
    return { address: plain.address, backend, frontend, env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Writes certificates of an authority, for a server on this machine and for a client, and gives the paths. */
async function writeCertificates(folder: string) {
  const authority = makeCertificate('test authority', { authority: true });
  const server = makeCertificate('server', { hosts: ['localhost', '127.0.0.1'], issuer: authority });
  const client = makeCertificate('client', { issuer: authority });
  const write = async (name: string, content: string) => {
    await writeFile(path.join(folder, name), content);
    return path.join(folder, name);
  };
  return {
    authority: await write('authority.crt', authority.certificate),
    serverCertificate: await write('server.crt', server.certificate),
    serverKey: await write('server.key', server.key),
    clientCertificate: await write('client.crt', client.certificate),
    clientKey: await write('client.key', client.key),
  };
}
