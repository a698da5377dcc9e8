import { connect } from 'node:net';
import test from 'ava';
import { E2eClient } from './client.js';
import { makeDataFolder, orgmeta, startService } from './service.js';

test('a revoked key is refused also while others open more connections than the process may have files', async (t) => {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const key = await orgmeta('keys', 'create', '--role', 'backend', '--data-dir', dataDir);
  const service = await startService({ dataDir, openFiles: 160 });
  const client = new E2eClient(service.address);
  t.teardown(() => {
    client.close();
    return service.stop('SIGKILL');
  });
  const read = () => client.call('batchGetOrganizationMetadata', { organizationIds: ['any'] }, { key });
  t.like(await read(), { answer: { missing: ['any'] } });

  const [host, port] = service.address.split(':');
  const sockets = Array.from({ length: 300 }, () => connect(Number(port), host).on('error', () => undefined));
  t.teardown(() => {
    for (const socket of sockets) socket.destroy();
  });
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
  const [{ id }] = JSON.parse(await orgmeta('keys', 'list', '--json', '--data-dir', dataDir)) as [{ id: string }];
  await orgmeta('keys', 'revoke', id, '--data-dir', dataDir);
  const until = Date.now() + 10_000;
  while ('answer' in (await read()) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  t.like(await read(), { error: { code: 'UNAUTHENTICATED', reason: 'CREDENTIAL_INVALID' } }, service.output());
  t.regex(service.output(), /connections were refused/);
});
