import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import type { ExecutionContext } from 'ava';

/** How an attempt to connect with TLS ended. */
export interface TlsAttempt {
  /** The protocol of TLS, where the server took the connection and kept it open; else undefined. */
  readonly protocol: string | undefined;
  /** The serial number of the certificate that the server showed. */
  readonly serialNumber: string | undefined;
  /** What the client may show next time, in the place of its certificate. */
  readonly session: Buffer | undefined;
  /** The server took the session that the client showed. */
  readonly resumed: boolean;
}

/** Connects with TLS to a server on this machine, asking for HTTP/2 unless told otherwise, until the test ends. */
export async function connectTls(
  t: Pick<ExecutionContext, 'teardown'>,
  address: string,
  options: ConnectionOptions,
): Promise<TlsAttempt> {
  const [host, port] = address.split(':');
  const socket = connect({ host, port: Number(port), servername: 'localhost', ALPNProtocols: ['h2'], ...options });
  t.teardown(() => socket.destroy());
  socket.on('error', () => undefined);
  let session: Buffer | undefined;
  socket.on('session', (latest) => (session = latest));
  let resumed = false;
  socket.once('secureConnect', () => (resumed = socket.isSessionReused()));
  const kept = await isKept(socket);
  return {
    protocol: kept ? (socket.getProtocol() ?? undefined) : undefined,
    serialNumber: socket.getPeerX509Certificate()?.serialNumber,
    session,
    resumed,
  };
}

/** With TLS 1.3 a client counts as connected before its certificate is looked at, so what tells is the server's first word. */
function isKept(socket: TLSSocket): Promise<boolean> {
  return new Promise((resolve) => {
    // The server begins with its settings.
    socket.once('data', (chunk: Buffer) => {
      resolve(chunk[3] === 4);
    });
    socket.once('close', () => {
      resolve(false);
    });
  });
}
