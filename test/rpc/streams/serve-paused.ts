import { once } from 'node:events';
import { createSecureServer, createServer, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import { connect as connectPlain, type AddressInfo, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { setTimeout as delay } from 'node:timers/promises';
import type { ExecutionContext } from 'ava';
import { PREFACE, settingsFrame } from '../../../bench/load/frames.js';
import { isStuckAndGone, keepStopped, stopReading } from '../../../src/rpc/streams/socket-reading.js';
import { beginCall, callHeaders } from '../../faults/abuse/call-frames.js';
import { makeTlsFolder } from '../../tls/tls-folder.js';

/** A connection that is not read, from both its ends. */
export interface PausedPair {
  readonly session: ServerHttp2Session;
  /** The socket of the session, as a server has it. */
  readonly socket: Socket;
  readonly client: Socket;
  /** The streams that have come of what was read. */
  readonly streams: readonly ServerHttp2Stream[];
  /** Sends so many calls, each on its own; before the first, the first words of HTTP/2. */
  readonly send: (calls: number) => Promise<void>;
}

/** Serves HTTP/2 on connections that are not read, until the test ends, and gives what connects to it. */
export async function servePaused(t: ExecutionContext, { tls = false } = {}): Promise<() => Promise<PausedPair>> {
  const folder = tls ? await makeTlsFolder(t) : undefined;
  const server = folder
    ? createSecureServer({ cert: folder.server.certificate, key: folder.server.key })
    : createServer();
  server.on('session', stopReading);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  t.teardown(() => server.close());
  return async () => {
    const coming = Promise.all([once(server, 'session'), once(server, folder ? 'secureConnection' : 'connection')]);
    const client = folder
      ? connectSecurely({ port, host: '127.0.0.1', ca: folder.authority.certificate, ALPNProtocols: ['h2'] })
      : connectPlain({ port, host: '127.0.0.1' });
    client.on('error', () => undefined).resume();
    const [[session], [socket]] = (await coming) as [[ServerHttp2Session], [Socket]];
    t.teardown(() => {
      client.destroy();
      session.destroy();
    });
    const streams: ServerHttp2Stream[] = [];
    session.on('stream', (stream: ServerHttp2Stream) => streams.push(stream));
    return { session, socket, client, streams, send: sendTo(client) };
  };
}

function sendTo(client: Socket): PausedPair['send'] {
  const headers = callHeaders('/no.such/Rpc');
  // TLS would put what is written at once into one record, of which nothing can be read before all of it.
  const write = (bytes: Buffer) => new Promise((resolve) => client.write(bytes, resolve));
  let sent = 0;
  return async (calls) => {
    if (sent === 0) await write(Buffer.concat([PREFACE, settingsFrame([])]));
    for (const end = sent + calls; sent < end; sent += 1) await write(beginCall(2 * sent + 1, headers));
  };
}

/** Connects until a client of TLS has gone, and Node has not seen it before what it had written was refused. */
export async function connectStuck(connect: () => Promise<PausedPair>): Promise<PausedPair> {
  for (;;) {
    const pair = await connect();
    const { session, socket, client } = pair;
    session.on('error', () => undefined);
    client.destroy();
    // The system takes the first, and learns by it that nobody is there.
    while (!session.destroyed) {
      session.ping(() => undefined);
      keepStopped(session);
      await delay(10);
      if (isStuckAndGone(socket)) return pair;
    }
  }
}
