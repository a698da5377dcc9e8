import { once } from 'node:events';
import test, { type ExecutionContext } from 'ava';
import { Gate } from '../../../src/store/mongo/gate.js';
import { makeClient } from '../../../src/store/mongo/make-client.js';
import { sendWrite } from '../../../src/store/mongo/send-write.js';
import { withMongoServer } from '../../servers/with-mongo-server.js';
import { refusal } from '../read-record.js';
import { openTemporaryStore } from './open-temporary-store.js';
import { startCuttingProxy, type NewConnections } from './start-cutting-proxy.js';

interface Entry {
  _id: string;
}

withMongoServer(test, 'mongo-java-server', ({ uri }) => {
  /** A client, without connections but the one that monitors, and what writes by it. */
  const openCuttable = async (t: ExecutionContext) => {
    const opened = await openTemporaryStore(t, uri());
    const proxy = await startCuttingProxy(t, opened.uri);
    const client = makeClient(`${proxy.uri}?maxIdleTimeMS=1`);
    t.teardown(() => client.close());
    const unused = once(client, 'connectionClosed');
    await client.connect();
    await unused;
    const write = () =>
      sendWrite(new Gate(), () => client.db().collection<Entry>('organization_metadata').insertOne({ _id: 'o' }));
    const isWritten = async () =>
      (await opened.client.db().collection<Entry>('organization_metadata').findOne({ _id: 'o' })) !== null;
    return { proxy, client, write, isWritten };
  };

  const cases: readonly { title: string; how: NewConnections }[] = [
    { title: 'are closed', how: 'closed' },
    { title: 'get no answer', how: 'unanswered' },
  ];
  for (const { title, how } of cases) {
    test(`a write for which all new connections ${title} was not sent, and its caller is told so`, async (t) => {
      const { proxy, write, isWritten } = await openCuttable(t);
      proxy.letConnect(how);
      await refusal(t, 'STORE_UNAVAILABLE', write);
      t.false(await isWritten());
    });
  }

  test('a write whose server is gone was not sent, and its caller is told so', async (t) => {
    const { proxy, client, write, isWritten } = await openCuttable(t);
    const lost = once(client, 'serverHeartbeatFailed');
    proxy.letConnect('closed');
    proxy.cut();
    await lost;
    await refusal(t, 'STORE_UNAVAILABLE', write);
    t.false(await isWritten());
  });

  test('a write that gets no connection at first is sent once it gets one, and counts as sent once', async (t) => {
    const { proxy, client, write, isWritten } = await openCuttable(t);
    proxy.letConnect('closed');
    client.once('connectionCheckOutFailed', () => {
      proxy.letConnect('passed');
    });
    const { broken } = await write();
    t.is(broken, undefined);
    t.true(await isWritten());
  });
});
