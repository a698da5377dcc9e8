import { createServer, type Server } from 'node:http';
import type { ListenOptions } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { putDoor, type DoorOptions } from './door.js';
import { requestMalformed } from './gateway-error.js';

/** A gateway that listens. */
export interface RunningGateway {
  /** The port that it has, or the path of its socket. */
  readonly address: string;
  /** Takes no more connections, and lets the requests under way finish within this time; then ends them. */
  drain(drainMs: number): Promise<void>;
}

/** How often connections that have become idle are closed while it drains. */
const CLOSE_IDLE_EVERY_MS = 50;

/** Serves an app over HTTP/1.1. @throws Error of the system if it can't listen there */
export async function serveGateway(app: Hono, where: ListenOptions, options: DoorOptions): Promise<RunningGateway> {
  const { limits } = options;
  // HTTP/1.0 needs no Host; a URL does, and no answer depends on it.
  const listener = getRequestListener(app.fetch, { errorHandler: answerMalformed, hostname: 'localhost' });
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.lookMs,
    keepAliveTimeout: limits.keepAliveMs,
    // The door asks for it, and answers in our shape.
    requireHostHeader: false,
  });
  putDoor(server, listener, options);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, resolve);
  });
  return { address: nameAddress(server), drain: (drainMs) => drain(server, drainMs) };
}

/** The app answers its own errors: what comes here is a request of which no URL can be made. */
function answerMalformed(): Response {
  const error = requestMalformed();
  return new Response(error.toJson(), { status: error.status, headers: error.toHeaders() });
}

function nameAddress(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') return `unix:${address ?? ''}`;
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `${host}:${address.port}`;
}

async function drain(server: Server, drainMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) =>
    server.close(() => {
      resolve();
    }),
  );
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, CLOSE_IDLE_EVERY_MS);
  const late = setTimeout(() => {
    server.closeAllConnections();
  }, drainMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
