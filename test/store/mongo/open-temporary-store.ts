import { randomBytes } from 'node:crypto';
import type { ExecutionContext } from 'ava';
import { MongoClient } from 'mongodb';
import { ownerName } from '../../../src/domain/owner.js';
import { COLLECTION } from '../../../src/store/mongo/collections.js';
import { openMongoStore } from '../../../src/store/mongo/open-mongo-store.js';
import type { Store, StoreOptions } from '../../../src/store/store.js';
import type { Damage, TemporaryStore } from '../conformance/case.js';

/** Longer than in production, since nothing that is tested by it is about time, and a busy machine is slow. */
const PATIENCE_MS = 60_000;

/** Opens a store in a database of its own on a server, and waits until it is there. */
export async function openTemporaryStore(
  t: ExecutionContext,
  serverUri: string,
): Promise<TemporaryStore & { readonly uri: string; readonly client: MongoClient }> {
  const uri = new URL(serverUri);
  uri.pathname = `/orgmeta-${randomBytes(6).toString('hex')}`;
  const client = new MongoClient(uri.href);
  const damages: Damage[] = [];
  const open = async () => {
    const onDamage: StoreOptions['onDamage'] = (kind, name, problem) => {
      damages.push({ kind, ownerName: name, problem });
    };
    const opened = openMongoStore(uri.href, { onDamage }, PATIENCE_MS);
    await untilAnswers(opened);
    return opened;
  };
  let store = await open();
  t.teardown(async () => {
    await store.close();
    await client.db().dropDatabase();
    await client.close();
  });
  return {
    uri: uri.href,
    client,
    store,
    damages,
    async reopen() {
      await store.close();
      store = await open();
      return store;
    },
    async damage(owner) {
      const documents = client.db().collection<{ _id: string }>(COLLECTION[owner.kind]);
      await documents.updateOne({ _id: ownerName(owner) }, { $set: { public_metadata: 5 } });
    },
  };
}

/** Waits until a store that connects in the background answers. */
export async function untilAnswers(store: Pick<Store, 'check'>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await store.check();
      return;
    } catch (error) {
      if (attempt === 500) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
