import test from 'ava';
import { withMongoServer } from '../../servers/with-mongo-server.js';
import { membership, update } from '../make-change.js';
import { openTemporaryStore } from './open-temporary-store.js';
import { startCuttingProxy } from './start-cutting-proxy.js';

/** As many as are read together: then all want to be written at once, and 64 are. */
const WRITES = 200;
const AT_ONCE = 64;

withMongoServer(test, 'mongo-java-server', ({ uri }) => {
  test('the check of a store is answered past the writes that wait', async (t) => {
    const proxy = await startCuttingProxy(t, uri());
    const { store } = await openTemporaryStore(t, proxy.uri);
    const held = proxy.holdAll(AT_ONCE);
    let left = WRITES;
    const writes = Array.from({ length: WRITES }, async (_, index) => {
      await store.write(membership('o', `u${index}`), update({ index }));
      left -= 1;
    });
    await held.reached;
    await store.check();
    t.is(left, WRITES, 'no write was answered, and yet the check was');
    held.release();
    await Promise.all(writes);
    t.is(left, 0);
  });
});
