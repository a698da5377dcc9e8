import { openStore } from '../../../src/store/open-store.js';
import { membership, update } from '../make-change.js';

// Merges members named `child-0` to `child-199` into one record, some at once, as another process does with its own, and
// reads back what it wrote. Prints as JSON, when it begins, which other processes it was told of, and then the problems
// that it found.
const [dataDir = ''] = process.argv.slice(2);
let others: readonly number[] = [];
const store = await openStore(
  { dataDir },
  {
    onDamage: () => undefined,
    onShared: (processIds) => {
      others = processIds;
    },
  },
);
const owner = membership('o', 'u');
const problems: string[] = [];
console.log(JSON.stringify(others));
for (let index = 0; index < 200; index += 4) {
  const names = Array.from({ length: 4 }, (_, offset) => `child-${index + offset}`);
  await Promise.all(names.map((name) => store.write(owner, update({ [name]: 1 }))));
  const document = (await store.get(owner))?.publicMetadata.json() ?? {};
  for (const name of names) if (document[name] !== 1) problems.push(`${name} is not seen`);
}
await store.close();
console.log(JSON.stringify(problems));
