import { openLmdbStore } from '../../../src/store/lmdb/open-lmdb-store.js';

// Opens the embedded store in each folder that is named, and prints a line for each: what became of it, as JSON.
// BECOME_UID makes root somebody else first, when all code has been loaded.
if (process.getuid?.() === 0 && process.env.BECOME_UID !== undefined) process.setuid?.(Number(process.env.BECOME_UID));

for (const dataDir of process.argv.slice(2)) {
  try {
    const store = await openLmdbStore(dataDir, { onDamage: () => undefined });
    await store.close();
    console.log(JSON.stringify({ dataDir, opened: true }));
  } catch (error) {
    const { name, message } = error as Error;
    console.log(JSON.stringify({ dataDir, name, message }));
  }
}
