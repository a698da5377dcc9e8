/**
 * Fills a store with numbered records, through the store of the built service and without a server. Run as
 * `fill-store.ts FOLDER COUNT`, or `fill-store.ts mongodb://… COUNT`.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { openStore } from '../../src/store/open-store.js';
import { makeNumberedDocuments, numberedId } from '../numbered-documents.js';

/** How many writes are under way: enough that a durable commit is shared by many. */
const CONCURRENCY = 2000;

const CONNECT_ATTEMPTS = 100;

const [place = '', count = '0'] = process.argv.slice(2);
const built = (await import(new URL('../../dist/src/store/open-store.js', import.meta.url).href)) as {
  openStore: typeof openStore;
};
const store = await built.openStore(
  { dataDir: place, mongodbUri: place.startsWith('mongodb:') ? place : undefined },
  {
    onDamage: (_kind, name, problem) => {
      throw new Error(`${name}: ${problem}`);
    },
  },
);
await untilItAnswers();
const documentOf = makeNumberedDocuments();
let next = 0;
const write = async () => {
  while (next < Number(count)) {
    const number = next;
    next += 1;
    await store.write(
      { kind: 'organization', organizationId: numberedId(number) },
      { verb: 'replace', publicMetadata: documentOf(number), etag: '', validateOnly: false },
    );
  }
};
await Promise.all(Array.from({ length: CONCURRENCY }, write));
await store.close();

/** A store in a database is opened before it is reached. */
async function untilItAnswers(): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await store.check();
      return;
    } catch (error) {
      if (attempt === CONNECT_ATTEMPTS) throw error;
      await delay(100);
    }
  }
}
