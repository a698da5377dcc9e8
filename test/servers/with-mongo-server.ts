import type { TestFn } from 'ava';
import { CANNOT, NOTHING, type Cannot } from './cannot.js';
import { findMissingNeed } from './find-missing-need.js';
import type { ServerName } from './server-program.js';
import { startMongoServer, type MongoServer } from './start-mongo-server.js';

/** What a test file runs on: a server that is started for it, or the MongoDB that `TEST_MONGODB_URI` names. */
export type DatabaseServer = ServerName | 'MongoDB';

/** What the tests that are declared know of their server. */
export interface DeclaredServer {
  readonly name: DatabaseServer;
  readonly cannot: Cannot;
  /** Where it listens; known once the tests run. */
  readonly uri: () => string;
}

/**
 * Declares the tests of a file that need a server, which runs while they do. Where it can't be started, declares a test that is
 * skipped and says what lacks, or, where `CI` is `true`, one that fails.
 */
export function withMongoServer(test: TestFn, name: DatabaseServer, declare: (server: DeclaredServer) => void): void {
  const given = process.env.TEST_MONGODB_URI;
  if (name === 'MongoDB') {
    if (given === undefined) test.skip("MongoDB: can't run: TEST_MONGODB_URI is not set", (t) => t.fail());
    else declare({ name, cannot: NOTHING, uri: () => given });
    return;
  }
  const missing = findMissingNeed(name);
  if (missing !== undefined) {
    const title = `${name}: can't run: ${missing} is not installed here`;
    if (process.env.CI === 'true') test(title, (t) => t.fail('with CI=true every server must run'));
    else test.skip(title, (t) => t.fail());
    return;
  }
  let server: MongoServer | undefined;
  test.before(`start ${name}`, async (t) => {
    t.timeout(300_000, 'a build may come first');
    server = await startMongoServer(name);
  });
  test.after.always(`end ${name}`, () => server?.stop());
  declare({
    name,
    cannot: CANNOT[name],
    uri: () => {
      if (server === undefined) throw new Error(`${name} has not started`);
      return server.uri;
    },
  });
}
