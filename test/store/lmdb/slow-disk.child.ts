import { setTimeout } from 'node:timers/promises';
import { openStore } from '../../../src/store/open-store.js';
import { membership, update } from '../make-change.js';

// Runs where it takes long to make data durable. Reads without a pause while a write is under way, and prints as JSON
// how many of the reads came before it resolved, and how many of these saw it.
const [dataDir = ''] = process.argv.slice(2);
const store = await openStore({ dataDir }, { onDamage: () => undefined });
const owner = membership('o', 'u');
await store.write(owner, update({ value: 'old' }));

const progress = { isPending: true };
const write = store.write(owner, update({ value: 'new' })).finally(() => {
  progress.isPending = false;
});
let reads = 0;
let early = 0;
while (progress.isPending) {
  const record = await store.get(owner);
  reads += 1;
  if (record?.publicMetadata.json().value !== 'old') early += 1;
  await setTimeout(2);
}
await write;
const after = (await store.get(owner))?.publicMetadata.json().value;
await store.close();
console.log(JSON.stringify({ reads, early, after }));
