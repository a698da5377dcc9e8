import { chmod, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { openStore } from '../../../src/store/open-store.js';
import { makeTemporaryFolder } from '../../auth/temporary-folder.js';

test.serial(
  'the files of a database are for their owner alone, also in a folder that everybody may read',
  async (t) => {
    const dataDir = await makeTemporaryFolder(t);
    await chmod(dataDir, 0o755);
    const usual = process.umask(0o022);
    t.teardown(() => process.umask(usual));
    const store = await openStore({ dataDir }, { onDamage: () => undefined });
    t.teardown(() => store.close());
    const names = await readdir(dataDir);
    t.deepEqual(names.sort(), ['orgmeta.mdb', 'orgmeta.mdb-lock']);
    for (const name of names) t.is((await stat(join(dataDir, name))).mode & 0o777, 0o600, name);
    t.is(process.umask(0o022), 0o022, 'other files are made as before');
  },
);
