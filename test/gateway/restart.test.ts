import { setTimeout as wait } from 'node:timers/promises';
import test from 'ava';
import { startService } from '../e2e/service.js';
import { startForClient } from '../clients/start-for-client.js';
import { startGateway } from './start-gateway.js';

/** A visitor who waits longer than this is taken for hung. */
const HUNG_MS = 10_000;
const VISITORS = 8;

test('while the service is killed and started again under load, visitors get 503 with Retry-After, and then answers', async (t) => {
  const { service, dataDir, frontendKey, backend } = await startForClient(t);
  await backend.organizations.updateOrganizationMetadata('org_1', { publicMetadata: { plan: 'pro' } });
  const { url } = await startGateway(t, { ORGMETA_UPSTREAM: service.address, ORGMETA_GATEWAY_KEY: frontendKey });
  const answers: { readonly status: number; readonly retryAfter: string | null; readonly time: number }[] = [];
  let over = false;
  const visit = async () => {
    while (!over) {
      const signal = AbortSignal.timeout(HUNG_MS);
      const response = await fetch(`${url}/v1/organizations/org_1/public-metadata`, { signal });
      await response.text();
      const retryAfter = response.headers.get('retry-after');
      answers.push({ status: response.status, retryAfter, time: performance.now() });
      await wait(5);
    }
  };
  const visitors = Promise.all(Array.from({ length: VISITORS }, visit));
  const seen = async (status: number, since = 0) => {
    while (!answers.some((answer) => answer.status === status && answer.time > since)) await wait(5);
  };
  await seen(200);
  await service.stop('SIGKILL');
  await seen(503);
  // Long enough away for the waits between attempts to connect to have grown.
  await wait(3000);
  const again = await startService({ dataDir, env: { ORGMETA_ADDRESS: service.address } });
  t.teardown(() => again.stop('SIGKILL'));
  const backTime = performance.now();
  await seen(200, backTime);
  // None of the connections lags behind.
  await wait(2000);
  const recoveredTime = performance.now();
  await wait(500);
  over = true;
  await visitors;
  t.deepEqual([...new Set(answers.map(({ status }) => status))].sort(), [200, 503]);
  t.true(answers.every(({ status, retryAfter }) => status === 200 || Number(retryAfter) >= 1));
  const late = answers.filter(({ time }) => time > recoveredTime);
  t.true(late.length > VISITORS && late.every(({ status }) => status === 200));
  const lastRefusal = Math.max(...answers.filter(({ status }) => status === 503).map(({ time }) => time));
  t.log(`last 503 ${Math.round(lastRefusal - backTime)} ms after the service listened again`);
});
