import { once } from 'node:events';
import { createSecureServer, createServer, type Http2Session, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { FRAME, frame } from '../../bench/load/frames.js';
import { OpenSessions } from '../../src/rpc/open-sessions.js';
import { beginCall, callHeaders } from '../faults/abuse/call-frames.js';
import { RawConnection } from '../faults/abuse/raw-connection.js';
import { Tally } from '../faults/abuse/tally.js';
import { makeTlsFolder } from '../tls/tls-folder.js';
import { connectStuck, servePaused } from './streams/serve-paused.js';

/** More bytes than the systems of both ends keep. */
const MUCH = 64 * 1024 * 1024;

/** As many as they do, and more than that of a client that reads nothing. */
const SOME = 1024 * 1024;

/** Both ends of a connection. */
interface Unread {
  readonly session: Http2Session;
  readonly socket: Socket;
  readonly stream: ServerHttp2Stream;
  readonly client: RawConnection;
}

/** Connects a client that reads nothing, to which so many bytes are written, until the test ends. */
async function connectUnread(t: ExecutionContext, { tls = false, bytes = MUCH } = {}): Promise<Unread> {
  const folder = tls ? await makeTlsFolder(t) : undefined;
  const server = folder
    ? createSecureServer({ cert: folder.server.certificate, key: folder.server.key })
    : createServer();
  t.teardown(() => server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const accepted = Promise.all([
    once(server, tls ? 'secureConnection' : 'connection'),
    once(server, 'session'),
    once(server, 'stream'),
  ]);
  const client = await RawConnection.open(
    { port, authority: folder?.authorityPath, tally: new Tally() },
    { unread: true },
  );
  t.teardown(() => client.close());
  await client.send(beginCall(client.newStream(), callHeaders('/any')));
  const [[socket], [session], [stream]] = (await accepted) as [[Socket], [Http2Session], [ServerHttp2Stream]];
  t.teardown(() => socket.destroy());
  stream.on('error', () => undefined);
  stream.respond();
  stream.write(Buffer.alloc(bytes));
  return { session, socket, stream, client };
}

test('a connection that is over is closed after its time, though its client takes nothing', async (t) => {
  const { session, socket } = await connectUnread(t);
  const sessions = new OpenSessions(2_000);
  sessions.add(session, socket);
  const start = performance.now();
  session.destroy();
  await sessions.untilNone();
  const took = performance.now() - start;
  t.true(took > 1_900 && took < 5_000, `after ${took} ms`);
});

test('a client that is slow in taking the last answer gets all of it', async (t) => {
  const { session, socket, stream, client } = await connectUnread(t, { bytes: SOME });
  const sessions = new OpenSessions(60_000);
  sessions.add(session, socket);
  stream.end();
  session.close();
  while (!session.destroyed) await delay(10);
  // To each of these a system whose process has closed the connection answers with a reset, and what is on its way is lost.
  for (let pings = 0; pings < 30; pings += 1) {
    await client.send(frame(FRAME.ping, 0, 0, Buffer.alloc(8)));
    await delay(100);
  }
  let bytes = 0;
  client.socket.on('data', (chunk: Buffer) => (bytes += chunk.length));
  client.socket.once('end', () => client.socket.end());
  await sessions.untilNone();
  t.true(bytes > SOME, `${bytes} bytes`);
});

test('a connection of TLS whose client is gone is closed soon, though Node does not see it', async (t) => {
  const { session, socket } = await connectStuck(await servePaused(t, { tls: true }));
  const sessions = new OpenSessions(60_000);
  sessions.add(session, socket);
  await sessions.untilNone();
  t.true(session.destroyed);
});

for (const tls of [false, true]) {
  test(`one that is not over is left open, whatever its client takes${tls ? ', also over TLS' : ''}`, async (t) => {
    const { session, socket } = await connectUnread(t, { tls });
    const sessions = new OpenSessions(100);
    sessions.add(session, socket);
    await delay(2_500);
    const { _handle: handle } = socket as unknown as { readonly _handle: { readonly writeQueueSize: number } };
    t.true(handle.writeQueueSize > 0);
    t.false(socket.destroyed);
    sessions.destroy();
    await sessions.untilNone();
  });
}
