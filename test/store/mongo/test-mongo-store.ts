import test from 'ava';
import { withMongoServer, type DatabaseServer } from '../../servers/with-mongo-server.js';
import { testStore } from '../conformance.js';
import { openTemporaryStore } from './open-temporary-store.js';
import { takeTurns } from './take-turns.js';

/** How many cases run at once: more would wait for the server until the store gives it up, and FerretDB is slow. */
const CASES_AT_ONCE = { ferretdb: 1, 'mongo-java-server': 2, MongoDB: 4 } as const;

/** Holds the store to its promises on a server. */
export function testMongoStore(name: DatabaseServer): void {
  const takeTurn = takeTurns(CASES_AT_ONCE[name]);
  withMongoServer(test, name, ({ uri, cannot }) => {
    testStore(
      name,
      async (t) => {
        t.teardown(await takeTurn());
        return openTemporaryStore(t, uri());
      },
      cannot.conformance,
    );
  });
}
