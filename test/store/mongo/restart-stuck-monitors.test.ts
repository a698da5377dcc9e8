import { once } from 'node:events';
import type { Socket } from 'node:net';
import test from 'ava';
import type { MongoClient } from 'mongodb';
import { makeClient } from '../../../src/store/mongo/make-client.js';
import { withMongoServer } from '../../servers/with-mongo-server.js';

/** Where the driver keeps the connection of the monitor, which its types don't show. */
interface WithTopology {
  readonly topology: { readonly s: { readonly servers: ReadonlyMap<string, WithMonitor> } };
}

interface WithMonitor {
  readonly monitor: { readonly connection: { readonly socket: Socket } };
}

withMongoServer(test, 'mongo-java-server', ({ uri }) => {
  test('a server is found again after a heartbeat met a connection at the moment at which it closes', async (t) => {
    const client = makeClient(uri());
    t.teardown(() => client.close());
    await client.connect();
    const { host } = new URL(uri());
    await once(client, 'serverHeartbeatStarted');
    await once(client, 'serverHeartbeatSucceeded');

    client.once('serverHeartbeatStarted', () => {
      const server = (client as MongoClient & WithTopology).topology.s.servers.get(host);
      server?.monitor.connection.socket.destroy();
    });
    await once(client, 'serverHeartbeatStarted');
    await once(client, 'serverHeartbeatSucceeded', { signal: AbortSignal.timeout(20_000) });
    t.like(await client.db().command({ ping: 1 }), { ok: 1 });
  });
});
