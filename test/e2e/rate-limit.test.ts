import test from 'ava';
import { E2eClient } from './client.js';
import { createKey } from './keys.js';
import { makeDataFolder, startService } from './service.js';

const READ = { organizationIds: ['any'] };

test('of two keys, the one over its limit is refused until the time that it is told, and the other is unaffected', async (t) => {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const create = () => createKey(dataDir, { role: 'backend' });
  const [eager, modest] = [await create(), await create()];
  const service = await startService({ dataDir, env: { ORGMETA_RATE_LIMIT: '2:20' } });
  const client = new E2eClient(service.address);
  t.teardown(() => {
    client.close();
    return service.stop('SIGKILL');
  });
  const read = (key: string) => client.call('batchGetOrganizationMetadata', READ, { key });

  const outcomes = await Promise.all(Array.from({ length: 200 }, () => read(eager)));
  const refused = outcomes.flatMap((outcome) => ('error' in outcome ? [outcome.error] : []));
  t.true(refused.length > 100 && refused.length <= 180, `${refused.length} were refused`);
  for (const error of refused) {
    t.like(error, {
      code: 'RESOURCE_EXHAUSTED',
      reason: 'RATE_LIMITED',
      metadata: { calls_per_second: '2', burst: '20' },
    });
  }
  const others = await Promise.all(Array.from({ length: 20 }, () => read(modest)));
  t.true(others.every((outcome) => 'answer' in outcome));

  const waitMs = Math.max(...refused.map(({ retryAfterSeconds = 0 }) => retryAfterSeconds * 1000));
  t.true(waitMs > 0 && waitMs <= 500);
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  t.true('answer' in (await read(eager)), 'after the time that was told, a call passes');
});
