import { openStore } from '../../../src/store/open-store.js';
import { deletion, invitation, membership, update } from '../make-change.js';

// Writes, accepts and deletes without an end, many at once, and prints a line for each that was acknowledged.
const [dataDir = '', round = ''] = process.argv.slice(2);
const store = await openStore({ dataDir }, { onDamage: () => undefined });

async function work(worker: number): Promise<never> {
  for (let step = 0; ; step += 1) {
    const id = `${round}-${worker}-${step}`;
    await store.write(membership('o', id), update({ id, text: 'x'.repeat((step * 97) % 4000) }, { id }));
    console.log(`written ${id}`);
    await store.write(invitation('o', id), update({ invited: id }));
    await store.accept(invitation('o', id), `${id}-accepted`);
    console.log(`accepted ${id}`);
    await store.write(membership('o', `${id}-deleted`), update({ id }));
    await store.delete(membership('o', `${id}-deleted`), deletion());
    console.log(`deleted ${id}`);
  }
}

await Promise.all(Array.from({ length: 16 }, (_, worker) => work(worker)));
