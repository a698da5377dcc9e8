import test from 'ava';
import { withMongoServer } from '../../servers/with-mongo-server.js';
import { membership, update } from '../make-change.js';
import { openTemporaryStore } from './open-temporary-store.js';

withMongoServer(test, 'mongo-java-server', ({ uri }) => {
  test('the check of a store is answered at once past the writes that wait', async (t) => {
    const { store } = await openTemporaryStore(t, uri());
    // As many as are read together: then all want to be written at once, and 64 are.
    let left = 200;
    const writes = Array.from({ length: left }, async (_, index) => {
      await store.write(membership('o', `u${index}`), update({ index }));
      left -= 1;
    });
    await Promise.race(writes);
    await store.check();
    t.true(left > 64, `${left} are left: some still wait`);
    await Promise.all(writes);
  });
});
