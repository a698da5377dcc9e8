import { connect as connectHttp2 } from 'node:http2';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { LOG_LEVELS } from '../../src/telemetry/log.js';
import { E2eClient, type Json } from './client.js';
import { createKey } from './keys.js';
import { makeDataFolder, orgmeta, startService } from './service.js';

type Teardown = Pick<ExecutionContext, 'teardown'>;

/** Starts a service with a backend key, and ends both with the test. */
async function start(t: Teardown, env: Record<string, string> = {}) {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const key = await createKey(dataDir, { role: 'backend' });
  const launch = async () => {
    const service = await startService({ dataDir, env });
    const client = new E2eClient(service.address);
    t.teardown(() => {
      client.close();
      return service.stop('SIGKILL');
    });
    return { service, client };
  };
  return { dataDir, key, launch, ...(await launch()) };
}

const numbered = (n: number) => ({ organizationId: 'crash', publicMetadata: { [`n${n}`]: n } });

test('every write that was acknowledged before a SIGKILL is there after a restart', async (t) => {
  const { key, client, service, launch } = await start(t);
  const acknowledged: number[] = [];
  const writing = Array.from({ length: 300 }, async (_, n) => {
    const outcome = await client.call('updateOrganizationMetadata', numbered(n), { key });
    if (!('answer' in outcome)) return;
    acknowledged.push(n);
    if (acknowledged.length === 100) service.process.kill('SIGKILL');
  });
  await Promise.all(writing);
  t.true(acknowledged.length >= 100 && acknowledged.length < 300, `${acknowledged.length} were acknowledged`);

  const again = await launch();
  const outcome = await again.client.call('getOrganizationMetadata', { organizationId: 'crash' }, { key });
  if (!('answer' in outcome)) return t.fail(JSON.stringify(outcome));
  const stored = (outcome.answer.metadata as Json).publicMetadata as Json;
  t.deepEqual(
    acknowledged.filter((n) => stored[`n${n}`] !== n),
    [],
  );
});

test('64 writers that merge different members into one record lose none', async (t) => {
  const { key, client } = await start(t);
  const outcomes = await Promise.all(
    Array.from({ length: 64 }, (_, n) => client.call('updateOrganizationMetadata', numbered(n), { key })),
  );
  t.true(outcomes.every((outcome) => 'answer' in outcome));
  const read = await client.call('getOrganizationMetadata', { organizationId: 'crash' }, { key });
  const expected = Object.assign({}, ...Array.from({ length: 64 }, (_, n) => numbered(n).publicMetadata)) as Json;
  t.like(read, { answer: { metadata: { publicMetadata: expected } } });
});

test('anonymous callers read organizations and invitations by exact id where that is allowed, and memberships never', async (t) => {
  const { key, client } = await start(t, { ORGMETA_ANONYMOUS_FRONTEND: 'true' });
  const owner = { organizationId: 'open', userId: 'u', invitationId: 'i' };
  const publicMetadata = { hello: 'world' };
  for (const rpc of [
    'updateOrganizationMetadata',
    'updateOrganizationMembershipMetadata',
    'updateOrganizationInvitationMetadata',
  ] as const) {
    await client.call(rpc, { ...owner, publicMetadata }, { key });
  }
  t.like(await client.call('getOrganizationPublicMetadata', owner), { answer: { metadata: { publicMetadata } } });
  t.like(await client.call('getOrganizationInvitationPublicMetadata', owner), {
    answer: { metadata: { publicMetadata } },
  });
  t.like(await client.call('batchGetOrganizationPublicMetadata', { organizationIds: ['open'] }), {
    answer: { metadata: [{ organizationId: 'open' }] },
  });
  for (const rpc of [
    'getOrganizationMembershipPublicMetadata',
    'listOrganizationMembershipPublicMetadata',
    'getOrganizationMetadata',
  ] as const) {
    t.like(await client.call(rpc, owner), { error: { code: 'UNAUTHENTICATED', reason: 'CREDENTIAL_MISSING' } }, rpc);
  }
});

test('a key that is revoked while the service runs is refused soon after, without a restart', async (t) => {
  const { client, dataDir } = await start(t);
  const key = await orgmeta('keys', 'create', '--role', 'backend', '--data-dir', dataDir);
  const read = () => client.call('batchGetOrganizationMetadata', { organizationIds: ['any'] }, { key });
  await until(async () => 'answer' in (await read()));
  const listed = JSON.parse(await orgmeta('keys', 'list', '--json', '--data-dir', dataDir)) as { id: string }[];
  for (const { id } of listed) await orgmeta('keys', 'revoke', id, '--data-dir', dataDir);
  const { mtimeMs } = await stat(path.join(dataDir, 'keys.json'));
  await until(async () => 'error' in (await read()), 5);
  t.log(`revoked key refused after ${Math.round(Date.now() - mtimeMs)} ms`);
  t.like(await read(), { error: { code: 'UNAUTHENTICATED', reason: 'CREDENTIAL_INVALID' } });
});

test('a keys file that is cut off while calls come fails none of them, and is said; the next whole one is taken', async (t) => {
  const { key, client, dataDir, service } = await start(t, { ORGMETA_LOG_FORMAT: 'json' });
  const file = path.join(dataDir, 'keys.json');
  const whole = await readFile(file, 'utf8');
  const read = (as: string) => client.call('batchGetOrganizationMetadata', { organizationIds: ['any'] }, { key: as });
  let calling = true;
  const failed: unknown[] = [];
  let calls = 0;
  const callAgainAndAgain = async () => {
    while (calling) {
      const outcome = await read(key);
      calls += 1;
      if ('error' in outcome) failed.push(outcome.error);
    }
  };
  const load = [callAgainAndAgain(), callAgainAndAgain()];
  await until(() => Promise.resolve(calls > 0));
  await writeFile(file, whole.slice(0, whole.length / 2));
  await until(() => Promise.resolve(service.output().includes('"msg":"the keys file is passed over')));
  const goal = calls + 100;
  await until(() => Promise.resolve(calls >= goal));
  await writeFile(file, whole);
  const another = await orgmeta('keys', 'create', '--role', 'backend', '--data-dir', dataDir);
  await until(async () => 'answer' in (await read(another)));
  calling = false;
  await Promise.all(load);
  t.deepEqual(failed, []);
  t.log(`${calls} calls while the keys file was cut off, ${failed.length} failed`);
});

test('SIGTERM lets the calls under way finish, also with a silent socket open, and ends the process', async (t) => {
  const { key, client, service } = await start(t, { ORGMETA_DRAIN_SECONDS: '2' });
  const [host, port] = service.address.split(':');
  const silent = connect(Number(port), host);
  t.teardown(() => silent.destroy());
  silent.on('error', () => undefined);
  await client.call('updateOrganizationMetadata', numbered(0), { key });
  const calls = Array.from({ length: 200 }, (_, n) => client.call('updateOrganizationMetadata', numbered(n), { key }));
  // The signal goes out once the first of them is answered: the others have arrived, or are refused as not sent.
  await Promise.race(calls);
  const code = service.stop('SIGTERM');
  const outcomes = await Promise.all(calls);
  t.is(await code, 0);
  const failed = outcomes.filter((outcome) => 'error' in outcome && outcome.error.code !== 'UNAVAILABLE');
  t.deepEqual(failed, []);
});

test('an rpc that is not there is UNIMPLEMENTED', async (t) => {
  const { key, client } = await start(t);
  t.like(await client.callPath('/orgmeta.v1.BackendMetadata/Nothing', key), { code: 12 });
  t.like(await client.call('batchGetOrganizationMetadata', { organizationIds: ['a'] }, { key }), {
    answer: { missing: ['a'] },
  });
});

for (const level of LOG_LEVELS) {
  test(`no line of the log at level ${level} holds metadata, a key or an id`, async (t) => {
    const { key, client, service } = await start(t, {
      ORGMETA_LOG_LEVEL: level,
      ORGMETA_LOG_FORMAT: 'json',
      // What makes grpc-js itself say the most.
      GRPC_VERBOSITY: 'DEBUG',
      GRPC_TRACE: 'all',
    });
    const owner = { organizationId: 'canary-org', userId: 'canary-user' };
    const canary = { canary_key: 'canary-value' };
    await client.call(
      'updateOrganizationMembershipMetadata',
      { ...owner, publicMetadata: canary, privateMetadata: canary },
      { key },
    );
    const list = { userId: 'canary-user', privateContains: canary };
    await client.call('listOrganizationMembershipMetadata', list, { key });
    await client.call('getOrganizationMetadata', { organizationId: 'canary-org' }, { key });
    await client.call('getOrganizationMetadata', { organizationId: 'canary-org' }, { key: `${key}canary` });
    for (const refused of ['\t', '\u00A0', 'é']) {
      await sendAuthorization(t, service.address, `Bearer ${key}${refused}`);
      await sendAuthorization(t, service.address, `Bearer ${refused}${key}`);
    }
    await service.stop('SIGTERM');
    const log = service.output();
    const logged = level === 'trace' || level === 'debug';
    t.is(log.includes('UpdateOrganizationMembershipMetadata'), logged, log);
    t.is(log.includes('the gRPC transport met an error'), logged, log);
    t.notRegex(log, /canary|Bearer/i);
    t.false(log.includes(key.slice('om_sk_'.length)));
  });
}

test('nothing that a terminal would obey in the name of the data folder is printed as it is', async (t) => {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const service = await startService({
    dataDir: path.join(dataDir, 'a\u001B[31m\u009B31m\nb'),
    env: { ORGMETA_LOG_FORMAT: 'pretty', ORGMETA_LOG_LEVEL: 'debug' },
  });
  t.teardown(() => service.stop('SIGKILL'));
  await service.stop('SIGTERM');
  const output = service.output();
  t.true(output.includes('\\u001b[31m\\u009b'), output);
  t.notRegex(output.replaceAll('\n', ''), /\p{Cc}/u);
});

/** Calls an rpc with an `authorization` header of bytes that grpc-js takes for no header, and waits for its end. */
async function sendAuthorization(t: Teardown, address: string, authorization: string): Promise<void> {
  const session = connectHttp2(`http://${address}`);
  t.teardown(() => {
    session.destroy();
  });
  const call = session.request({
    ':method': 'POST',
    ':path': '/orgmeta.v1.BackendMetadata/GetOrganizationMetadata',
    'content-type': 'application/grpc',
    te: 'trailers',
    authorization,
  });
  call.on('error', () => undefined);
  call.end(Buffer.alloc(5));
  call.resume();
  await new Promise((resolve) => call.once('close', resolve));
}

async function until(condition: () => Promise<boolean>, everyMs = 50): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, everyMs));
}
