import { spawnSync } from 'node:child_process';
import { OrgmetaError } from '../../../src/domain/errors.js';
import { openStore } from '../../../src/store/open-store.js';
import { deletion, membership, update } from '../make-change.js';

// Runs with a limit on the size of files. Writes until that is reached, and prints as JSON what came of it: how many
// writes were acknowledged before, what the refused one says, whether the acknowledged ones can be read, and whether
// writes succeed again once there is room.
const [dataDir = ''] = process.argv.slice(2);
const store = await openStore({ dataDir }, { onDamage: () => undefined });
const write = (index: number) => store.write(membership('o', `u${index}`), update({ text: 'x'.repeat(3000), index }));

const acknowledged: number[] = [];
let refusal: unknown;
for (let index = 0; refusal === undefined && index < 10_000; index += 10) {
  const batch = Array.from({ length: 10 }, (_, offset) => index + offset);
  const results = await Promise.allSettled(batch.map(write));
  results.forEach((result, offset) => {
    if (result.status === 'fulfilled') acknowledged.push(index + offset);
    else refusal = result.reason;
  });
}

const records = await store.getMany(acknowledged.map((index) => membership('o', `u${index}`)));
const readable = records.filter((record, at) => record?.publicMetadata.json().index === acknowledged[at]).length;
await store.check();

const raised = spawnSync('prlimit', ['--pid', String(process.pid), '--fsize=unlimited']).status === 0;
let later = 'prlimit is missing';
if (raised) {
  await Promise.all(Array.from({ length: 50 }, (_, index) => write(20_000 + index)));
  await store.delete(membership('o', 'u0'), deletion());
  acknowledged.shift();
  later = 'written';
}
await store.close();

const { reason, cause } = refusal instanceof OrgmetaError ? refusal : {};
const problem = cause instanceof Error ? cause.message : undefined;
console.log(JSON.stringify({ acknowledged, readable, reason, problem, later }));
