import test from 'ava';
import { withMongoServer, type DatabaseServer } from '../../servers/with-mongo-server.js';
import { testStore } from '../conformance.js';
import { openTemporaryStore } from './open-temporary-store.js';

/** Holds the store to its promises on a server. */
export function testMongoStore(name: DatabaseServer): void {
  withMongoServer(test, name, ({ uri, cannot }) => {
    testStore(name, (t) => openTemporaryStore(t, uri()), cannot.conformance);
  });
}
