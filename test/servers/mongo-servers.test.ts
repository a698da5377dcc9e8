import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import test from 'ava';
import { MongoClient, type Collection, type Db } from 'mongodb';
import type { MongoServerName } from './program.js';
import { withMongoServer } from './with-mongo-server.js';

interface Counter {
  _id: string;
  revision: number;
}

for (const name of ['ferretdb', 'mongo-java-server'] satisfies MongoServerName[]) {
  withMongoServer(test, name, ({ uri }) => {
    test(`${name}: of concurrent updates with one filter exactly one matches`, async (t) => {
      const counters = await openCounters(uri());
      t.teardown(() => counters.close());
      await counters.collection.insertOne({ _id: 'a', revision: 0 });
      for (let revision = 0; revision < 20; revision += 1) {
        const updates = Array.from({ length: 8 }, () =>
          counters.collection.updateOne({ _id: 'a', revision }, { $set: { revision: revision + 1 } }),
        );
        const matches = (await Promise.all(updates)).map(({ matchedCount }) => matchedCount);
        t.is(matches.filter((count) => count === 1).length, 1, matches.join());
      }
    });

    test(`${name}: a refused index harms no later write`, async (t) => {
      const counters = await openCounters(uri());
      t.teardown(() => counters.close());
      await counters.collection.createIndex({ 'document.$**': 1 }).catch(() => undefined);
      await counters.collection.insertOne({ _id: 'a', revision: 1 });
      t.is(await counters.collection.countDocuments({ _id: 'a' }), 1);
    });

    test(`${name}: ends with the process that started it, however that ends`, async (t) => {
      const module = JSON.stringify(new URL('start-server.ts', import.meta.url).href);
      const script = `const { startServer } = await import(${module});
        const server = await startServer(${JSON.stringify(name)});
        console.log(server.process.pid);`;
      const parent = spawn(process.execPath, [...process.execArgv, '--input-type=module', '--eval', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [printed] = (await once(parent.stdout, 'data')) as [Buffer];
      const processId = Number(printed.toString());
      t.notThrows(() => process.kill(processId, 0));
      parent.kill('SIGKILL');
      // The server holds the other end of a pipe that it was given, and nobody else does.
      while (isAlive(processId)) await new Promise((resolve) => setTimeout(resolve, 20));
      t.pass();
    });

    // FerretDB makes an index in so long a time that it would take minutes to meet the moment.
    if (name !== 'mongo-java-server') return;
    test(`${name}: what is read and written while indexes are made does not fail`, async (t) => {
      const counters = await openCounters(uri());
      t.teardown(() => counters.close());
      for (let round = 0; round < 25; round += 1) {
        const collection = counters.database.collection<Counter>(`counters-${round}`);
        let made = false;
        const use = async (_: unknown, worker: number) => {
          const _id = `${worker}`;
          for (let revision = 0; !made; revision += 1) {
            await collection.find({ _id, revision }).toArray();
            await collection.updateOne({ _id }, { $set: { revision } }, { upsert: true });
          }
        };
        const makeIndexes = async () => {
          for (let index = 0; index < 20; index += 1) await collection.createIndex({ [`field_${index}`]: 1 });
        };
        const using = Array.from({ length: 8 }, use);
        await Promise.all([...using, makeIndexes().finally(() => (made = true))]);
        t.is(await collection.countDocuments(), using.length);
      }
    });
  });
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

interface Counters {
  readonly database: Db;
  readonly collection: Collection<Counter>;
  readonly close: () => Promise<void>;
}

async function openCounters(uri: string): Promise<Counters> {
  const client = await new MongoClient(uri, { retryWrites: false }).connect();
  const database = client.db(randomUUID());
  return { database, collection: database.collection<Counter>('counters'), close: () => client.close() };
}
