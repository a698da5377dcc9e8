import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ExecutionContext } from 'ava';
import { makeTemporaryFolder } from '../../auth/temporary-folder.js';
import { connectRaw } from '../../rpc/raw-call.js';
import type { Case } from '../case.js';
import { E2eClient, type Received } from '../client.js';
import { createKeys } from '../keys.js';
import type { Target } from '../run-cases.js';
import { makeDataFolder, startService } from '../service.js';
import { watchHealth } from '../watch-health.js';
import { CANARIES, countHits } from './canaries.js';
import { createCanaryTokens } from './canary-tokens.js';
import { askGuests, provokeTransport } from './raw-answers.js';
import { runPlanted } from './run-planted.js';
import { runProvocations } from './run-provocations.js';
import { bytesOf, Searched } from './searched.js';

/** So slow that no call comes back: each credential has so many. */
const RATE_LIMIT = 3000;

/** What a search runs on. */
export interface SearchOptions {
  /** The settings that choose the store. */
  readonly store: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
  /** Disturbs the store at the end, and calls. */
  readonly disturb?: (client: E2eClient, keys: Target['keys']) => Promise<void>;
}

/**
 * Runs all end-to-end cases and every kind of refusal with canaries in all that is private, on the built service with the most
 * that its log can say, and searches every byte that leaves it.
 */
export async function searchEverything(t: ExecutionContext, { store, cases, disturb }: SearchOptions): Promise<void> {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const keys = await createKeys(dataDir);
  const tokens = await createCanaryTokens(await makeTemporaryFolder(t));
  const secrets = [
    CANARIES.header,
    ...Object.values(keys)
      .filter((key) => key.startsWith('om_'))
      .map((key) => key.slice(6, 20)),
    ...[tokens.frontend, tokens.backend].map((token) => token.slice(-20)),
  ];
  const everything = [...Object.values(CANARIES), ...secrets];
  const backends: ReadonlySet<string | undefined> = new Set([keys.backend, keys['backend of org-own'], tokens.backend]);
  const searched = new Searched();
  let shown = 0;
  const observe = (received: Received) => {
    const bytes = bytesOf(received);
    const isBackend = backends.has(received.key);
    if (isBackend && countHits(bytes, [CANARIES.private]) > 0) shown += 1;
    const place = `answers to ${isBackend ? 'backends' : 'all others'}`;
    searched.search(place, received.rpc, bytes, isBackend ? secrets : [CANARIES.private, ...secrets]);
  };

  /** Runs a service with the most that the log can say, and searches what it printed. */
  const run = async (env: Record<string, string>, use: (client: E2eClient, address: string) => Promise<void>) => {
    const service = await startService({ dataDir, env: { ORGMETA_LOG_LEVEL: 'trace', ...store, ...env } });
    const client = new E2eClient(service.address, undefined, observe);
    t.teardown(() => {
      client.close();
      return service.stop('SIGKILL');
    });
    const health = watchHealth(service.address);
    await health.until('SERVING');
    health.close();
    await use(client, service.address);
    await searchGuests(t, service.address, searched, everything);
    const commandLine = `/proc/${String(service.process.pid)}/cmdline`;
    if (existsSync(commandLine)) searched.search('command line', 'serve', await readFile(commandLine), everything);
    client.close();
    t.is(await service.stop(), 0);
    for (const line of service.output().split('\n'))
      searched.search('log and output', line, Buffer.from(line), everything);
  };

  await run({ ORGMETA_LOG_FORMAT: 'json' }, async (client) => {
    t.deepEqual(await runPlanted(client, keys, cases), [], 'every case goes as it does without canaries');
  });
  const env = { ORGMETA_ANONYMOUS_FRONTEND: 'true', ORGMETA_RATE_LIMIT: `0.001:${RATE_LIMIT}`, ...tokens.env };
  await run({ ORGMETA_LOG_FORMAT: 'pretty', ...env }, async (client, address) => {
    const reasons = await runProvocations(t, client, keys, tokens);
    t.log(`provoked: ${[...reasons].sort().join(', ')}`);
    for (const answer of await provokeTransport(connectRaw(t, address), keys.backend)) {
      searched.search('answers to wrong transport', answer.toString('latin1').slice(0, 200), answer, [
        CANARIES.private,
        ...secrets,
      ]);
    }
    await disturb?.(client, keys);
  });

  t.true(shown > 100, 'backends were shown the canary, so it was there to be found');
  t.log(`${shown} answers to backends held the private canary`);
  for (const line of searched.report()) t.log(line);
  t.deepEqual(searched.found(), []);
}

async function searchGuests(t: ExecutionContext, address: string, searched: Searched, needles: readonly string[]) {
  // A name that is asked for is sent back to whoever asked.
  const foreign = needles.filter((needle) => needle !== CANARIES.argument);
  for (const [place, answers] of Object.entries(await askGuests(connectRaw(t, address)))) {
    for (const answer of answers) searched.search(place, answer.toString('latin1').slice(0, 200), answer, foreign);
  }
}
