import test, { type ExecutionContext } from 'ava';
import { BackendMetadataService } from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import { FrontendMetadataService } from '../../gen/ts/orgmeta/v1/frontend_metadata.js';
import { E2eClient, type Rpc } from './client.js';
import { needGrpcurl, paste } from './grpcurl.js';
import { createKey } from './keys.js';
import { makeDataFolder, startService } from './service.js';

/** Starts a service with both listeners and a key of each role, and a client of each listener. */
async function start(t: ExecutionContext, env: Record<string, string> = {}) {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const keys = {
    backend: await createKey(dataDir, { role: 'backend' }),
    frontend: await createKey(dataDir, { role: 'frontend' }),
  };
  const service = await startService({ dataDir, env: { ORGMETA_FRONTEND_ADDRESS: '127.0.0.1:0', ...env } });
  const main = new E2eClient(service.address);
  const frontend = new E2eClient(service.frontendAddress ?? '');
  t.teardown(() => {
    main.close();
    frontend.close();
    return service.stop('SIGKILL');
  });
  return { keys, service, main, frontend };
}

test('no rpc of the backend is there on the listener for frontends, for a backend key either', async (t) => {
  const { keys, frontend, main } = await start(t);
  for (const key of [undefined, keys.frontend, keys.backend]) {
    const unknown = await frontend.callPath('/orgmeta.v1.BackendMetadata/Nothing', key ?? '');
    t.like(unknown, { code: 12 });
    for (const [rpc, { path }] of Object.entries(BackendMetadataService)) {
      const outcome = await frontend.call(rpc as Rpc, {}, { key });
      const expected = (unknown as { details: string }).details.replace('/orgmeta.v1.BackendMetadata/Nothing', path);
      t.deepEqual(outcome, { error: { code: 'UNIMPLEMENTED', message: expected, detailsBytes: 0 } }, rpc);
    }
  }
  t.like(await main.call('batchGetOrganizationMetadata', { organizationIds: ['a'] }, { key: keys.backend }), {
    answer: { missing: ['a'] },
  });
});

test('each rpc of the frontend answers the same on both listeners, whoever calls', async (t) => {
  const { keys, main, frontend } = await start(t);
  const owner = { organizationId: 'org', userId: 'u', invitationId: 'i' };
  for (const rpc of [
    'updateOrganizationMetadata',
    'updateOrganizationMembershipMetadata',
    'updateOrganizationInvitationMetadata',
  ] as const) {
    t.true('answer' in (await main.call(rpc, { ...owner, publicMetadata: { rpc } }, { key: keys.backend })));
  }
  const answered: string[] = [];
  for (const key of [undefined, keys.frontend, keys.backend, `${keys.frontend}x`]) {
    for (const rpc of Object.keys(FrontendMetadataService) as Rpc[]) {
      const request = { ...owner, organizationIds: ['org'] };
      const [here, there] = await Promise.all([frontend.call(rpc, request, { key }), main.call(rpc, request, { key })]);
      t.deepEqual(here, there, rpc);
      if ('answer' in here) answered.push(rpc);
    }
  }
  t.is(new Set(answered).size, Object.keys(FrontendMetadataService).length);
});

const HEALTH = [
  { name: '', main: /"SERVING"/, frontend: /"SERVING"/ },
  { name: 'orgmeta.v1.FrontendMetadata', main: /"SERVING"/, frontend: /"SERVING"/ },
  { name: 'orgmeta.v1.BackendMetadata', main: /"SERVING"/, frontend: /NotFound/ },
];

test('health and reflection of a listener know what is served there and nothing else', async (t) => {
  const grpcurl = needGrpcurl(t);
  if (grpcurl === undefined) return;
  const { service } = await start(t);
  const at = (address: string | undefined, before: string, after: string) =>
    paste(grpcurl, `grpcurl -plaintext ${before} ${address ?? ''} ${after}`).output;
  for (const { name, main, frontend } of HEALTH) {
    const check = [`-d '{"service":"${name}"}'`, 'grpc.health.v1.Health/Check'] as const;
    t.regex(at(service.address, ...check), main, name);
    t.regex(at(service.frontendAddress, ...check), frontend, name);
  }
  const listed = at(service.frontendAddress, '', 'list');
  t.regex(listed, /^orgmeta\.v1\.FrontendMetadata$/m);
  t.notRegex(listed, /Backend/);
  for (const name of ['BackendMetadata', 'OrganizationMetadata', 'UpdateOrganizationMetadataRequest']) {
    t.regex(at(service.address, '', `describe orgmeta.v1.${name}`), /private_metadata|Update/, name);
    t.regex(at(service.frontendAddress, '', `describe orgmeta.v1.${name}`), /not found/i, name);
  }
  const described = at(service.frontendAddress, '', 'describe orgmeta.v1.OrganizationPublicMetadata');
  t.regex(described, /\.google\.protobuf\.Struct public_metadata/);
});

test('SIGTERM lets the calls of both listeners finish, and ends the process', async (t) => {
  const { keys, service, main, frontend } = await start(t, { ORGMETA_DRAIN_SECONDS: '2' });
  const read = (client: E2eClient) =>
    client.call('batchGetOrganizationPublicMetadata', { organizationIds: ['a'] }, { key: keys.frontend });
  t.true('answer' in (await read(main)));
  t.true('answer' in (await read(frontend)));
  const calls = [main, frontend].flatMap((client) => Array.from({ length: 100 }, () => read(client)));
  await Promise.race(calls);
  const code = service.stop('SIGTERM');
  const outcomes = await Promise.all(calls);
  t.is(await code, 0);
  // Those that had not arrived are refused as not sent.
  t.deepEqual(
    outcomes.filter((outcome) => 'error' in outcome && outcome.error.code !== 'UNAVAILABLE'),
    [],
  );
  t.like(await read(frontend), { error: { code: 'UNAVAILABLE' } });
});
