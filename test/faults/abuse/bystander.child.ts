/**
 * A well-behaved client in a process of its own, so that its times are not those of the attacker: it reads a record every
 * 20 ms and updates one every 100 ms. Told `take` by its parent, it says how its calls went since it was told last.
 */
import { readFileSync } from 'node:fs';
import { credentials } from '@grpc/grpc-js';
import { E2eClient, type Rpc } from '../../e2e/client.js';
import type { BystanderReport } from './start-bystander.js';

const READ_EVERY_MS = 20;
const UPDATE_EVERY_MS = 100;
/** Well below the time that a call may take. */
const DEADLINE_MS = 20_000;

const [address = '', key = '', authority] = process.argv.slice(2);
const client = new E2eClient(
  address,
  authority === undefined ? undefined : credentials.createSsl(readFileSync(authority)),
);
const owner = { organizationId: 'org-bystander' };
let times: { read: number[]; update: number[] } = { read: [], update: [] };
let failures: string[] = [];
const underWay = new Set<Promise<void>>();

async function call(kind: keyof typeof times, rpc: Rpc, request: Record<string, unknown>): Promise<void> {
  const start = performance.now();
  const outcome = await client.call(rpc, request, { key, deadline: Date.now() + DEADLINE_MS });
  times[kind].push(performance.now() - start);
  if ('error' in outcome) failures.push(`${outcome.error.code} ${outcome.error.message}`);
}

function start(made: Promise<void>): void {
  underWay.add(made);
  void made.finally(() => underWay.delete(made));
}

let count = 0;
const update = () =>
  call('update', 'updateOrganizationMetadata', {
    ...owner,
    publicMetadata: { count: (count += 1), text: 'x'.repeat(2000) },
  });
const read = () => call('read', 'getOrganizationMetadata', owner);

/** Calls at the times of a fixed pace, also while earlier calls have no answer: a call that should have been made counts. */
function keepPace(everyMs: number, make: () => Promise<void>): void {
  let next = performance.now();
  setInterval(() => {
    for (; next <= performance.now(); next += everyMs) start(make());
  }, 5);
}

/** The nearest rank: the least value that so great a share of them don't exceed. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}

process.on('message', () => {
  void Promise.all(underWay).then(() => {
    const report: BystanderReport = {
      calls: times.read.length + times.update.length,
      failures,
      readP99: percentile(times.read, 0.99),
      updateP99: percentile(times.update, 0.99),
    };
    times = { read: [], update: [] };
    failures = [];
    process.send?.(report);
  });
});
process.on('disconnect', () => process.exit());

await update();
keepPace(READ_EVERY_MS, read);
keepPace(UPDATE_EVERY_MS, update);
process.send?.('ready');
