import { randomBytes } from 'node:crypto';
import test from 'ava';
import { MongoClient } from 'mongodb';
import { withMongoServer, type DatabaseServer } from '../servers/with-mongo-server.js';
import { declareBlindnessTests } from './blindness.js';
import { cases } from './cases.js';
import { runCases } from './run-cases.js';
import { startPair, type Pair } from './start-pair.js';
import { declarePairTests } from './two-processes.js';

/** Declares the end-to-end cases, and those of two processes, on a server: all calls go to two processes in turn. */
export function testOnMongo(name: DatabaseServer): void {
  withMongoServer(test, name, ({ uri, cannot }) => {
    let pair: Pair | undefined;
    const databaseUri = () => {
      const url = new URL(uri());
      url.pathname = databaseName;
      return url.href;
    };
    const databaseName = `/orgmeta-e2e-${randomBytes(6).toString('hex')}`;
    test.serial.before('start two processes on one database', async () => {
      pair = await startPair(databaseUri());
    });
    test.serial.after.always('end them, and drop the database', async () => {
      await pair?.stop();
      const client = await new MongoClient(databaseUri()).connect();
      await client.db().dropDatabase();
      await client.close();
    });
    const started = () => {
      if (pair === undefined) throw new Error('the processes have not started');
      return pair;
    };
    runCases(test, name, cases, started, cannot.endToEnd);
    declareBlindnessTests(test, name, started, cannot.blindness);
    declarePairTests(test, name, started);
  });
}
