import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { openInTurns } from '../../src/rpc/open-in-turns.js';

/** Accepts so many connections, each of which has said its number, until the test ends. */
async function accept(t: ExecutionContext, count: number) {
  const accepted: Socket[] = [];
  const server = createServer({ pauseOnConnect: true }, (socket) => accepted.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const clients = Array.from({ length: count }, (_, index) => {
    const client = connect(port, '127.0.0.1', () => client.write(String(index)));
    client.on('error', () => undefined);
    return client;
  });
  t.teardown(() => {
    for (const socket of [...accepted, ...clients]) socket.destroy();
    server.close();
  });
  while (accepted.length < count) await turn();
  return { accepted, clients };
}

test('connections that come at once are opened in turns, in their order, and what they have said by then is read', async (t) => {
  const { accepted } = await accept(t, 30);
  const opened: Socket[] = [];
  const said: Promise<unknown>[] = [];
  const opener = openInTurns((socket) => {
    opened.push(socket);
    said.push(once(socket, 'data'));
    socket.resume();
  });
  for (const socket of accepted) opener.open(socket);
  t.is(opened.length, 8);
  let most = 0;
  while (opened.length < 30) {
    const before = opened.length;
    await turn();
    most = Math.max(most, opened.length - before);
  }
  t.true(most <= 8, `${most} in a turn`);
  t.deepEqual(opened, accepted);
  t.is((await Promise.all(said)).length, 30);
});

test('when no more is to be opened, those that wait are closed', async (t) => {
  const { accepted, clients } = await accept(t, 10);
  const opened: Socket[] = [];
  const opener = openInTurns((socket) => opened.push(socket));
  for (const socket of accepted) opener.open(socket);
  opener.close();
  for (const client of clients) client.resume();
  const ends = clients.map((client) => new Promise((resolve) => client.once('close', resolve)));
  while (accepted.filter((socket) => socket.destroyed).length < 2) await turn();
  t.deepEqual(opened, accepted.slice(0, 8));
  for (const socket of opened) socket.destroy();
  await Promise.all(ends);
});
