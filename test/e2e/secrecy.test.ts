import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import test, { type ExecutionContext } from 'ava';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';
import { connectRaw } from '../rpc/raw-call.js';
import { cases } from './cases.js';
import { E2eClient, type Received } from './client.js';
import { createKeys } from './keys.js';
import { CANARIES, countHits } from './secrecy/canaries.js';
import { createCanaryTokens } from './secrecy/canary-tokens.js';
import { badCredentials, costlyDocument, PROVOKERS, provocations } from './secrecy/provocations.js';
import { askGuests, provokeTransport } from './secrecy/raw-answers.js';
import { keyOf, lookFromOutside, runPlanted } from './secrecy/run-planted.js';
import { bytesOf, Searched } from './secrecy/searched.js';
import { makeDataFolder, startService } from './service.js';

/** So slow that no call comes back: each credential has so many. */
const RATE_LIMIT = 3000;

test('nothing private, and no credential, leaves but in answers to a backend', async (t) => {
  t.timeout(240_000, 'the whole list of cases runs');
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
    const service = await startService({ dataDir, env: { ORGMETA_LOG_LEVEL: 'trace', ...env } });
    const client = new E2eClient(service.address, undefined, observe);
    t.teardown(() => {
      client.close();
      return service.stop('SIGKILL');
    });
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
    const owner = { organizationId: 'provoked', userId: 'u' };
    await client.call(
      'updateOrganizationMembershipMetadata',
      { ...owner, privateMetadata: costlyDocument() },
      keyOf('backend', keys),
    );
    const outcomes = new Set<string | undefined>();
    const callers = [...PROVOKERS.map((as) => keyOf(as, keys)), { key: tokens.frontend }, { key: tokens.backend }];
    for (const { call, request = {}, options } of provocations) {
      for (const caller of callers) {
        const outcome = await client.call(call, request, { ...caller, ...options });
        outcomes.add('error' in outcome ? (outcome.error.reason ?? outcome.error.code) : 'OK');
      }
    }
    const read = (options: object) => client.call('getOrganizationPublicMetadata', { organizationId: 'a' }, options);
    for (const authorization of [...badCredentials, ...tokens.refused.map((token) => `Bearer ${token}`)]) {
      t.like(await read({ headers: { authorization } }), { error: { reason: 'CREDENTIAL_INVALID' } });
    }
    for (const organizationId of ['provoked', 'merge', 'invisible', 'org-own']) {
      await lookFromOutside(client, keys, { organizationId, publicMetadata: {} });
    }
    for (const answer of await provokeTransport(connectRaw(t, address), keys.backend)) {
      searched.search('answers to wrong transport', answer.toString('latin1').slice(0, 200), answer, [
        CANARIES.private,
        ...secrets,
      ]);
    }
    while (!outcomes.has('RATE_LIMITED')) {
      const reads = await Promise.all(Array.from({ length: 100 }, () => read(keyOf('frontend', keys))));
      for (const outcome of reads) if ('error' in outcome) outcomes.add(outcome.error.reason);
    }
    t.log(`provoked: ${[...outcomes].sort().join(', ')}`);
  });

  t.true(shown > 100, 'backends were shown the canary, so it was there to be found');
  t.log(`${shown} answers to backends held the private canary`);
  for (const line of searched.report()) t.log(line);
  t.deepEqual(searched.found(), []);
});

test('the search finds a canary also in base64, at any offset, and in hexadecimal', (t) => {
  for (const encoding of ['utf8', 'base64', 'base64url', 'hex'] as const) {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const bytes = Buffer.from(Buffer.from(`${before}${CANARIES.private}é`).toString(encoding));
      t.true(countHits(bytes, [CANARIES.private]) > 0, `${encoding} behind "${before}"`);
      t.is(countHits(bytes, [CANARIES.public]), 0);
    }
  }
});

async function searchGuests(t: ExecutionContext, address: string, searched: Searched, needles: readonly string[]) {
  // A name that is asked for is sent back to whoever asked.
  const foreign = needles.filter((needle) => needle !== CANARIES.argument);
  for (const [place, answers] of Object.entries(await askGuests(connectRaw(t, address)))) {
    for (const answer of answers) searched.search(place, answer.toString('latin1').slice(0, 200), answer, foreign);
  }
}
