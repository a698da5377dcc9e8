import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ExecutionContext } from 'ava';
import { makeTemporaryFolder } from '../../auth/temporary-folder.js';
import { connectRaw } from '../../rpc/raw-call.js';
import type { Case } from '../case.js';
import { E2eClient, type Calls, type Received } from '../client.js';
import { createKeys } from '../keys.js';
import type { Target } from '../run-cases.js';
import { makeDataFolder, startService } from '../service.js';
import { watchHealth } from '../watch-health.js';
import { callFrontendsListener } from './call-frontends-listener.js';
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
  /** The listener that the calls go to, and health and reflection are asked at. */
  readonly listener: 'main' | 'frontends';
  /** Disturbs the store at the end, and calls. */
  readonly disturb?: (client: Calls, keys: Target['keys']) => Promise<void>;
}

/**
 * Runs all end-to-end cases and every kind of refusal with canaries in all that is private, on the built service with the most
 * that its log can say, and searches every byte that leaves it.
 */
export async function searchEverything(
  t: ExecutionContext,
  { store, cases, listener, disturb }: SearchOptions,
): Promise<void> {
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

  // Nothing private leaves there, whoever asks.
  const observeFrontends = (received: Received) => {
    searched.search('answers on the frontends’ listener', received.rpc, bytesOf(received), [
      CANARIES.private,
      ...secrets,
    ]);
  };

  /** Runs a service with the most that the log can say, and searches what it printed. */
  const run = async (env: Record<string, string>, use: (calls: Calls, address: string) => Promise<void>) => {
    const service = await startService({
      dataDir,
      env: { ORGMETA_LOG_LEVEL: 'trace', ORGMETA_FRONTEND_ADDRESS: '127.0.0.1:0', ...store, ...env },
    });
    const { frontendAddress = '' } = service;
    const main = new E2eClient(service.address, undefined, observe);
    const frontends = new E2eClient(frontendAddress, undefined, observeFrontends);
    const close = () => {
      main.close();
      frontends.close();
    };
    t.teardown(() => {
      close();
      return service.stop('SIGKILL');
    });
    const address = listener === 'main' ? service.address : frontendAddress;
    const health = watchHealth(address);
    await health.until('SERVING');
    health.close();
    const throughFrontends = callFrontendsListener(frontends, main);
    await use(listener === 'main' ? main : throughFrontends, address);
    if (listener === 'frontends') {
      t.deepEqual(throughFrontends.strays, [], 'every call of the backend is unknown on the frontends’ listener');
      t.log(`${throughFrontends.refused()} calls of the backend refused on the frontends’ listener`);
    }
    await searchGuests(t, address, searched, everything);
    const commandLine = `/proc/${String(service.process.pid)}/cmdline`;
    if (existsSync(commandLine)) searched.search('command line', 'serve', await readFile(commandLine), everything);
    close();
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
