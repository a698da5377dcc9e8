import { once } from 'node:events';
import { createServer, type Http2Session, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { OpenSessions } from '../../src/rpc/open-sessions.js';
import { beginCall, callHeaders } from '../faults/abuse/call-frames.js';
import { RawConnection } from '../faults/abuse/raw-connection.js';
import { Tally } from '../faults/abuse/tally.js';
import { servePaused } from './streams/serve-paused.js';

/** More than the systems of both ends keep. */
const MUCH = Buffer.alloc(64 * 1024 * 1024);

/** Connects a client that reads nothing, to which much is being written until the test ends. */
async function connectUnread(t: ExecutionContext): Promise<{ session: Http2Session; socket: Socket }> {
  const server = createServer();
  t.teardown(() => server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const accepted = Promise.all([once(server, 'connection'), once(server, 'session'), once(server, 'stream')]);
  const client = await RawConnection.open({ port, tally: new Tally() }, { unread: true });
  t.teardown(() => client.close());
  await client.send(beginCall(client.newStream(), callHeaders('/any')));
  const [[socket], [session], [stream]] = (await accepted) as [[Socket], [Http2Session], [ServerHttp2Stream]];
  t.teardown(() => socket.destroy());
  stream.on('error', () => undefined);
  stream.respond();
  stream.write(MUCH);
  return { session, socket };
}

test('a connection that has ended is closed within two seconds, though its client takes nothing', async (t) => {
  const { session, socket } = await connectUnread(t);
  const sessions = new OpenSessions();
  sessions.add(session, socket);
  session.destroy();
  await once(socket, 'close');
  await sessions.untilNone();
  t.pass();
});

test('a connection of TLS whose client is gone is closed within two seconds, though nobody reads it', async (t) => {
  const { session, socket, client } = await (await servePaused(t, { tls: true }))();
  const sessions = new OpenSessions();
  sessions.add(session, socket);
  const isEmpty = sessions.untilNone();
  const write = setInterval(() => session.closed || session.ping(() => undefined), 10);
  t.teardown(() => {
    clearInterval(write);
  });
  client.destroy();
  await isEmpty;
  t.true(session.destroyed);
});

test('one that has not ended is left open, whatever its client takes', async (t) => {
  const { session, socket } = await connectUnread(t);
  const sessions = new OpenSessions();
  sessions.add(session, socket);
  await delay(2_500);
  t.false(socket.destroyed);
  sessions.destroy();
  await sessions.untilNone();
});
