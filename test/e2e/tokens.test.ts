import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { createSigningKey, formatKeySet, signToken, startKeySetServer } from '../auth/jwt/issuer.js';
import { clerk, providers } from '../auth/jwt/provider-tokens.js';
import { E2eClient, type Json, type Outcome } from './client.js';
import { createKey } from './keys.js';
import { makeDataFolder, startService } from './service.js';

const signing = await createSigningKey('key-1');

/** The settings for Clerk, as docs/authentication.md gives them, and a role for services of one's own. */
const CLERK = {
  ORGMETA_JWT_ISSUER: clerk.rules.issuer,
  ORGMETA_JWT_AUTHORIZED_PARTIES: 'https://app.example.com',
  ORGMETA_JWT_ORGANIZATION_CLAIM: 'o.id',
  ORGMETA_JWT_BACKEND_CLAIM: 'orgmeta_role=backend',
};

/** Starts a service with members in two organizations, and ends it with the test. */
async function start(t: ExecutionContext, env: Readonly<Record<string, string>>) {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const key = await createKey(dataDir, { role: 'backend' });
  const service = await startService({
    dataDir,
    env: { ORGMETA_LOG_LEVEL: 'trace', ORGMETA_LOG_FORMAT: 'json', ...env },
  });
  const client = new E2eClient(service.address);
  t.teardown(() => {
    client.close();
    return service.stop('SIGKILL');
  });
  for (const organizationId of ['org_own', 'org_other']) {
    for (const userId of ['both', `only-${organizationId}`]) {
      const request = {
        organizationId,
        userId,
        publicMetadata: { in: organizationId },
        privateMetadata: { secret: 1 },
      };
      await client.call('updateOrganizationMembershipMetadata', request, { key });
    }
  }
  return { service, client, dataDir };
}

function members(outcome: Outcome): unknown {
  if (!('answer' in outcome)) return outcome.error.reason;
  return (outcome.answer.metadata as Json[]).map(({ organizationId, userId }) => [organizationId, userId]);
}

const tokenOf = (claims: Json) => signToken(signing, { ...clerk.claims(Date.now()), ...claims });

test('a user’s token lists the members of its own organization, and of no other', async (t) => {
  const server = await startKeySetServer([signing]);
  t.teardown(() => {
    server.close();
  });
  const { client, service } = await start(t, { ...CLERK, ORGMETA_JWKS: server.url.href });
  const key = await tokenOf({});
  // Once as a new token, and once as one that is remembered.
  for (let time = 0; time < 2; time += 1) {
    const list = 'listOrganizationMembershipPublicMetadata';
    t.deepEqual(members(await client.call(list, { organizationId: 'org_own' }, { key })), [
      ['org_own', 'both'],
      ['org_own', 'only-org_own'],
    ]);
    t.is(members(await client.call(list, { organizationId: 'org_other' }, { key })), 'ORGANIZATION_NOT_ALLOWED');
  }
  t.like(await client.call('listOrganizationMembershipMetadata', { organizationId: 'org_own' }, { key }), {
    error: { reason: 'ROLE_NOT_ALLOWED', metadata: { required_role: 'backend' } },
  });

  const backend = await tokenOf({ orgmeta_role: 'backend' });
  t.deepEqual(members(await client.call('listOrganizationMembershipMetadata', { userId: 'both' }, { key: backend })), [
    ['org_own', 'both'],
  ]);
  const keys = [
    { organizationId: 'org_own', userId: 'both' },
    { organizationId: 'org_other', userId: 'both' },
  ];
  t.is(
    members(await client.call('batchGetOrganizationMembershipMetadata', { keys }, { key: backend })),
    'ORGANIZATION_NOT_ALLOWED',
  );
  const unscoped = await tokenOf({ orgmeta_role: 'backend', o: null });
  t.deepEqual(members(await client.call('listOrganizationMembershipMetadata', { userId: 'both' }, { key: unscoped })), [
    ['org_other', 'both'],
    ['org_own', 'both'],
  ]);

  const expired = await tokenOf({ exp: 1 });
  t.like(await client.call('getOrganizationPublicMetadata', { organizationId: 'org_own' }, { key: expired }), {
    error: { code: 'UNAUTHENTICATED', reason: 'CREDENTIAL_INVALID' },
  });
  t.is(server.requests(), 1);
  t.is(await service.stop(), 0);
  const output = service.output();
  t.regex(output, /"credential_id":"jwt:[0-9a-f]{16}"/);
  for (const credential of [key, backend, unscoped, expired]) {
    for (const part of credential.split('.')) t.false(output.includes(part.slice(0, 40)));
  }
  t.false(output.includes('user_2abcDEF'));
});

test('a service whose token issuer is away starts, says so, and takes API keys', async (t) => {
  const server = await startKeySetServer([signing]);
  server.close();
  const { client, service } = await start(t, { ...CLERK, ORGMETA_JWKS: server.url.href });
  t.regex(service.output(), /the key set at http:\S+ can't be read \(ECONNREFUSED\)/);
  t.like(
    await client.call('getOrganizationPublicMetadata', { organizationId: 'org_own' }, { key: await tokenOf({}) }),
    {
      error: { code: 'UNAUTHENTICATED', reason: 'CREDENTIAL_INVALID' },
    },
  );
});

test('a key set that is read over http from another machine is warned of, and one on this machine is not', async (t) => {
  const elsewhere = await start(t, { ...CLERK, ORGMETA_JWKS: 'http://0.0.0.0:1/jwks.json' });
  t.regex(elsewhere.service.output(), /use https/);
  const here = await start(t, { ...CLERK, ORGMETA_JWKS: 'http://127.0.0.1:1/jwks.json' });
  t.notRegex(here.service.output(), /use https/);
});

/** What stands on the page for what everybody has their own of, and what the tokens of the tests have there. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  YOUR_FRONTEND_API: 'clerk.example.com',
  YOUR_TENANT: 'tenant',
  YOUR_CLIENT_ID: 'client_01H',
};

/** Reads the settings of a provider from docs/authentication.md, as they are to be pasted. */
async function readSettings(name: string): Promise<Record<string, string>> {
  const page = await readFile('docs/authentication.md', 'utf8');
  const section = page.slice(page.indexOf(`\n### ${name}\n`));
  const block = /^```sh\n(.*?)^```$/ms.exec(section)?.[1] ?? '';
  const own = block.replaceAll(/YOUR_[A-Z_]+/g, (given) => OWN_NAMES[given] ?? given);
  return Object.fromEntries(
    [...own.matchAll(/^(ORGMETA_\w+)=(.*)$/gm)].map(([, setting = '', value = '']) => [setting, value]),
  );
}

for (const { name, claims } of providers) {
  test(`a token of ${name} is taken with a file of keys and the documented settings`, async (t) => {
    const folder = await makeDataFolder();
    t.teardown(folder.remove);
    const file = path.join(folder.dataDir, 'jwks.json');
    await writeFile(file, formatKeySet([signing]));
    const settings = await readSettings(name);
    t.regex(settings.ORGMETA_JWKS ?? '', /^https:\/\/(?!.*YOUR_)[\w./-]+$/, 'the page names a key set');
    const { client } = await start(t, { ...settings, ORGMETA_JWKS: file });
    const key = await signToken(signing, claims(Date.now()));
    const get = (organizationId: string) =>
      client.call('getOrganizationMembershipPublicMetadata', { organizationId, userId: 'both' }, { key });
    t.like(await get('org_own'), { answer: { metadata: { publicMetadata: { in: 'org_own' } } } });
    t.like(await get('org_other'), { error: { reason: 'ORGANIZATION_NOT_ALLOWED' } });
  });
}

test('a file of keys that is missing ends the start, with one line', async (t) => {
  await t.throwsAsync(start(t, { ...CLERK, ORGMETA_JWKS: '/nowhere/jwks.json' }), {
    message: /ended with 1 .*orgmeta: ORGMETA_JWKS: the key set \/nowhere\/jwks.json does not exist/s,
  });
});
