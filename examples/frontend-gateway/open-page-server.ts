import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** A server of the page's files, as any static host is one. */
export interface PageServer {
  readonly origin: string;
  /** Begins to answer: the page then reads from this gateway, and from nowhere else. */
  serve(gatewayOrigin: string): void;
  close(): void;
}

const PUBLIC = path.join(import.meta.dirname, 'public');

/**
 * Opens the server at a port of 127.0.0.1. Its origin is known before it serves, since the gateway must know whom to allow.
 *
 * @param port 0 takes a free one
 * @param scripts the folder of what TypeScript has made of the folder `page`
 * @throws what node:net says if it can't listen
 */
export async function openPageServer(port: number, scripts: string): Promise<PageServer> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server of the page has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    serve(gatewayOrigin) {
      const listener = getRequestListener(createPageApp(gatewayOrigin, scripts).fetch);
      server.on('request', (request, response) => void listener(request, response));
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function createPageApp(gatewayOrigin: string, scripts: string): Hono {
  const app = new Hono();
  // The second wall behind a page that makes no markup of text: should it ever, nothing of that runs.
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'https:'],
        connectSrc: [gatewayOrigin],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: false,
    }),
  );
  app.use(async (context, next) => {
    await next();
    context.header('cache-control', 'no-cache');
  });
  for (const [route, file] of [
    ['/', 'index.html'],
    ['/invitation.html', 'invitation.html'],
  ] as const) {
    app.get(route, async (context) => {
      const html = await readFile(path.join(PUBLIC, file), 'utf8');
      return context.html(html.replace('http://127.0.0.1:8080', gatewayOrigin));
    });
  }
  app.get('/scripts/*', serveStatic({ root: scripts, rewriteRequestPath: (url) => url.replace(/^\/scripts/, '') }));
  app.get('*', serveStatic({ root: PUBLIC }));
  return app;
}
