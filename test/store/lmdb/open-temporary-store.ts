import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import { DATABASE_FILE } from '../../../src/store/lmdb/check-data-folder.js';
import { recordKey } from '../../../src/store/lmdb/keys.js';
import { openDatabase } from '../../../src/store/lmdb/open-database.js';
import { openStore } from '../../../src/store/open-store.js';
import { makeTemporaryFolder } from '../../auth/temporary-folder.js';
import type { Damage, TemporaryStore } from '../conformance/case.js';

/** Opens an embedded store in a folder of its own. */
export async function openTemporaryStore(t: ExecutionContext): Promise<TemporaryStore & { readonly dataDir: string }> {
  const dataDir = await makeTemporaryFolder(t);
  const damages: Damage[] = [];
  const open = () =>
    openStore(
      { dataDir },
      {
        onDamage: (kind, ownerName, problem) => {
          damages.push({ kind, ownerName, problem });
        },
      },
    );
  let store = await open();
  t.teardown(() => store.close());
  return {
    dataDir,
    store,
    damages,
    async reopen() {
      await store.close();
      store = await open();
      return store;
    },
    async damage(owner) {
      const database = openDatabase(join(dataDir, DATABASE_FILE));
      const key = recordKey(owner);
      const bytes = Buffer.from(database.getBinary(key) ?? []);
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      await database.put(key, bytes);
      await database.close();
    },
  };
}
