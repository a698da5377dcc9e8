import test from 'ava';
import { makeDataFolder, orgmeta } from '../e2e/service.js';
import { runBuilt } from '../e2e/run-built.js';
import { startForClient } from '../clients/start-for-client.js';
import { startGateway } from './start-gateway.js';

async function createKey(t: { teardown: (end: () => unknown) => void }, role: string): Promise<string> {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  return orgmeta('keys', 'create', '--data-dir', dataDir, '--role', role);
}

test('a backend key is refused at start and not shown, with every other fault', async (t) => {
  const key = await createKey(t, 'backend');
  const { ended } = runBuilt(t, ['gateway', '--key', key, '--cors-origins', 'https://a.example/path'], '');
  const { code, stderr } = await ended;
  t.is(code, 2);
  t.regex(stderr, /--key is wrong: it must be a key of the role frontend/);
  t.regex(stderr, /--cors-origins "https:\/\/a.example\/path" is wrong/);
  t.false(stderr.includes(key));
});

test('without a key visitors are anonymous: they are refused unless the service lets them read', async (t) => {
  for (const [anonymous, status] of [
    ['true', 200],
    ['false', 401],
  ] as const) {
    const { service, backend } = await startForClient(t, { ORGMETA_ANONYMOUS_FRONTEND: anonymous });
    await backend.organizations.updateOrganizationMetadata('org_1', { publicMetadata: { plan: 'pro' } });
    const { url } = await startGateway(t, { ORGMETA_UPSTREAM: service.address });
    t.is((await fetch(`${url}/v1/organizations/org_1/public-metadata`)).status, status);
    t.is((await fetch(`${url}/v1/organizations/org_1/memberships/u/public-metadata`)).status, 401);
  }
});

test('a key that the service does not know is the fault of the gateway, which says so in its log', async (t) => {
  const { service } = await startForClient(t);
  const gateway = await startGateway(t, {
    ORGMETA_UPSTREAM: service.address,
    ORGMETA_GATEWAY_KEY: await createKey(t, 'frontend'),
  });
  const response = await fetch(`${gateway.url}/v1/organizations/org_1/public-metadata`);
  t.is(response.status, 502);
  t.notRegex(await response.text(), /credential|key/i);
  // The log is written soon, not at once; a line that never comes ends the test by its timeout.
  while (!gateway.output().includes('the service refuses ORGMETA_GATEWAY_KEY')) {
    await new Promise((resolve) => setImmediate(resolve));
  }
});

test('SIGTERM ends it with 0 although a visitor keeps a connection open', async (t) => {
  const { url, process, exited } = await startGateway(t, { ORGMETA_UPSTREAM: '127.0.0.1:1' });
  t.is((await fetch(`${url}/healthz`)).status, 200);
  t.is((await fetch(`${url}/readyz`)).status, 503);
  process.kill('SIGTERM');
  t.is(await exited, 0);
});
