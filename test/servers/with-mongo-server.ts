import type { ChildProcess } from 'node:child_process';
import type { TestFn } from 'ava';
import { declareMissing } from '../declare-missing.js';
import { CANNOT, NOTHING, type Cannot } from './cannot.js';
import { findMissingNeed } from './find-missing-need.js';
import type { MongoServerName, ServerName } from './program.js';
import { startServer, type RunningServer } from './start-server.js';

/** What a test file runs on: a server that is started for it, or the MongoDB that `TEST_MONGODB_URI` names. */
export type DatabaseServer = MongoServerName | 'MongoDB';

/** What the tests that are declared know of their server. */
export interface DeclaredServer {
  readonly name: DatabaseServer;
  readonly cannot: Cannot;
  /** Where it listens, without the name of a database; known once the tests run. */
  readonly uri: () => string;
  /** Its process, unless it is one that somebody else started. */
  readonly process: () => ChildProcess | undefined;
}

/**
 * Declares the tests of a file that need a server, which runs while they do. Where it can't be started, declares a test that is
 * skipped and says what lacks, or, where `CI` is `true`, one that fails.
 *
 * @param alsoNeeded other servers that the tests start.
 */
export function withMongoServer(
  test: TestFn,
  name: DatabaseServer,
  declare: (server: DeclaredServer) => void,
  alsoNeeded: readonly ServerName[] = [],
): void {
  const given = process.env.TEST_MONGODB_URI;
  if (name === 'MongoDB') {
    if (given === undefined) test.skip("MongoDB: can't run: TEST_MONGODB_URI is not set", (t) => t.fail());
    else declare({ name, cannot: NOTHING, uri: () => given, process: () => undefined });
    return;
  }
  const missing = [name, ...alsoNeeded].map(findMissingNeed).find((what) => what !== undefined);
  if (missing !== undefined) {
    declareMissing(`${name}: can't run: ${missing} is not installed here`, 'with CI=true every server must run');
    return;
  }
  let server: RunningServer | undefined;
  test.serial.before(`start ${name}`, async (t) => {
    t.timeout(300_000, 'a build may come first');
    server = await startServer(name);
  });
  declare({
    name,
    cannot: CANNOT[name],
    process: () => server?.process,
    uri: () => {
      if (server === undefined) throw new Error(`${name} has not started`);
      return `mongodb://127.0.0.1:${server.port}/`;
    },
  });
  // After what the tests have to do with it last.
  test.serial.after.always(`end ${name}`, () => server?.stop());
}
