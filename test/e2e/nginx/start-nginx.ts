import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { ExecutionContext } from 'ava';

/** An answer that came through nginx. */
export interface ProxiedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** What nginx says that its cache had to do with it. */
  readonly cache: string | undefined;
}

/** Asks nginx for a path. */
export type Ask = (
  path: string,
  options?: { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string },
) => Promise<ProxiedAnswer>;

/**
 * Runs nginx before a gateway until the test ends, with a block of a page as it stands there but for three things: the address of the
 * gateway, the folder of the cache, and the port, in whose place there is a socket that nobody else can have.
 *
 * @param block what goes into `http`
 */
export async function startNginx(
  t: Pick<ExecutionContext, 'teardown'>,
  nginx: string,
  block: string,
  gatewayUrl: string,
): Promise<Ask> {
  const folder = await mkdtemp(path.join(tmpdir(), 'orgmeta-nginx-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const socketPath = path.join(folder, 'socket');
  const configuration = path.join(folder, 'nginx.conf');
  const http = replaceAll(block, {
    '/var/cache/orgmeta-gateway': path.join(folder, 'cache'),
    '127.0.0.1:8080': new URL(gatewayUrl).host,
    'listen 80;': `listen unix:${socketPath};`,
  });
  await writeFile(configuration, configure(folder, http));

  const server = spawn(nginx, ['-e', 'stderr', '-c', configuration], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(server, 'exit');
  t.teardown(async () => {
    server.kill('SIGTERM');
    await ended;
  });
  const said = text(server.stderr);
  while (!(await isListening(socketPath))) {
    if (server.exitCode !== null) throw new Error(`nginx ended before it listened: ${await said}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }

  return (asked, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const outgoing = request({ socketPath, path: asked, method, headers, agent: false }, (response) => {
        text(response).then((body) => {
          const cache = response.headers['x-cache-status'];
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body, cache: cache?.toString() });
        }, reject);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
}

/** A socket lies there before it takes connections. */
function isListening(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => {
      resolve(false);
    });
  });
}

/** @throws Error if there is nothing to replace */
function replaceAll(block: string, replacements: Readonly<Record<string, string>>): string {
  return Object.entries(replacements).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the block does not have ${from}`);
    return text.replaceAll(from, to);
  }, block);
}

/** What a file of nginx needs around a block, all in one folder. */
function configure(folder: string, http: string): string {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    'daemon off;',
    // Otherwise its workers may not read the folder.
    process.getuid?.() === 0 ? 'user root root;' : '',
    `pid ${folder}/pid;`,
    'events {}',
    'http {',
    'access_log off;',
    ...folders.map((name) => `${name}_temp_path ${folder}/${name};`),
    http,
    '}',
  ].join('\n');
}
