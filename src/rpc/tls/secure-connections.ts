import type { Socket } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { limitHandshakes } from './limit-handshakes.js';
import type { OnRefusal } from './tell-refusals.js';
import { toContextOptions } from './to-context-options.js';
import type { WatchedTlsFiles } from './watch-tls-files.js';

/** A client that offers only other protocols is refused in the handshake, by OpenSSL, for this; one that offers none isn't. */
const NO_HTTP2 = 'ERR_SSL_NO_APPLICATION_PROTOCOL';

/** Secures connections. */
export interface TlsDoor {
  /** Takes a connection whose client has said nothing yet. */
  readonly accept: (socket: Socket) => void;
  /** Hands no more connections on: those that aren't secured yet are closed once they are, or take too long. */
  close(): void;
}

/** How connections are secured. */
export interface TlsDoorOptions {
  readonly files: WatchedTlsFiles;
  /** How long a client may take until its connection is secured, in milliseconds. */
  readonly handshakeMs: number;
  /** How many connections may be about to be secured. */
  readonly handshakes: number;
  readonly onRefusal: OnRefusal;
}

/**
 * Secures connections with the files of TLS as they are when a connection comes, and hands them on to `accept`. Those whose
 * client doesn't speak HTTP/2 (by ALPN), has no certificate of the client CA where one is set, or takes too long are closed, and
 * beyond so many handshakes the oldest.
 */
export function secureConnections(
  { files, handshakeMs, handshakes, onRefusal }: TlsDoorOptions,
  accept: (socket: TLSSocket) => void,
): TlsDoor {
  let closed = false;
  const limit = limitHandshakes(handshakes);
  // It never listens: connections are counted before they come here.
  const server = createServer({
    ...toContextOptions(files.current()),
    requestCert: files.current().clientCa !== undefined,
    rejectUnauthorized: true,
    ALPNProtocols: ['h2'],
    handshakeTimeout: handshakeMs,
  });
  files.onChange((changed) => {
    server.setSecureContext(toContextOptions(changed));
  });
  server.on('secureConnection', (socket) => {
    limit.end(socket);
    if (!closed && socket.alpnProtocol === 'h2') {
      accept(socket);
      return;
    }
    if (!closed) onRefusal(socket, NO_HTTP2);
    socket.destroy();
  });
  server.on('tlsClientError', (error: NodeJS.ErrnoException, socket) => {
    onRefusal(socket, certificateProblem(socket) ?? error.code ?? error.message);
    // Node leaves open what takes too long.
    socket.destroy();
  });
  return {
    accept: (socket) => {
      limit.begin(socket);
      server.emit('connection', socket);
    },
    close() {
      closed = true;
    },
  };
}

/** Says why a client's certificate was refused, which the error does not: Node closes the connection itself then. */
function certificateProblem(socket: { readonly authorizationError: unknown }): string | undefined {
  return typeof socket.authorizationError === 'string' ? socket.authorizationError : undefined;
}
