import { once } from 'node:events';
import { connect as connectHttp2, type IncomingHttpHeaders } from 'node:http2';
import { connect } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { E2eClient, type Json, type Outcome } from '../e2e/client.js';
import { createKey } from '../e2e/keys.js';
import { makeDataFolder, startService } from '../e2e/service.js';
import { connectRaw, frame } from '../rpc/raw-call.js';

const CLIENTS = 6;
const LOOPS_EACH = 8;
const READ = '/orgmeta.v1.BackendMetadata/GetOrganizationMetadata';

async function start(t: ExecutionContext, drainSeconds: number) {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const key = await createKey(dataDir, { role: 'backend' });
  const launch = async () => {
    const env = {
      ORGMETA_DRAIN_SECONDS: String(drainSeconds),
      ORGMETA_LOG_LEVEL: 'debug',
      ORGMETA_LOG_FORMAT: 'json',
    };
    const service = await startService({ dataDir, env });
    t.teardown(() => service.stop('SIGKILL'));
    return service;
  };
  return { key, launch };
}

/** Opens a socket that never says nor reads a word. */
async function openMuteSocket(t: ExecutionContext, address: string): Promise<void> {
  const [host, port] = address.split(':');
  const socket = connect(Number(port), host);
  socket.on('error', () => undefined);
  t.teardown(() => socket.destroy());
  await once(socket, 'connect');
}

/** Watches health: gives all that is said, the status of the end last. */
async function watch(t: ExecutionContext, address: string): Promise<string[]> {
  const said: string[] = [];
  const stream = connectRaw(t, address).call('/grpc.health.v1.Health/Watch');
  stream.on('data', (chunk: Buffer) => said.push(chunk.at(-1) === 1 ? 'SERVING' : 'NOT_SERVING'));
  stream.on('trailers', (trailers: IncomingHttpHeaders) => said.push(`status ${String(trailers['grpc-status'])}`));
  stream.end(frame(Buffer.alloc(0)));
  await once(stream, 'data');
  return said;
}

/** Calls again and again until the service is gone, reads and updates in turn; gives what came of each, and of the updates the last. */
async function callUntilGone(client: E2eClient, key: string, organizationId: string) {
  const outcomes: Outcome[] = [];
  let acknowledged = 0;
  for (let n = 1; ; n += 1) {
    const update = { organizationId, publicMetadata: { n } };
    const written = await client.call('updateOrganizationMetadata', update, { key });
    const read = await client.call('getOrganizationMetadata', { organizationId }, { key });
    outcomes.push(written, read);
    if ('answer' in written) acknowledged = n;
    if ('error' in written || 'error' in read) return { organizationId, outcomes, acknowledged };
  }
}

test('SIGTERM under load, with a Watch and a mute socket open, fails no call that arrived, loses no write and ends in time', async (t) => {
  const drainSeconds = 20;
  const { key, launch } = await start(t, drainSeconds);
  const service = await launch();
  await openMuteSocket(t, service.address);
  const said = await watch(t, service.address);
  const loops = Array.from({ length: CLIENTS }, (_, c) => {
    const client = new E2eClient(service.address);
    t.teardown(() => {
      client.close();
    });
    return Array.from({ length: LOOPS_EACH }, (__, l) => callUntilGone(client, key, `org-${c}-${l}`));
  }).flat();
  const arrived = () => service.output().match(/"rpc":"\/orgmeta[^\n]*"code":"\w+"/g) ?? [];
  while (arrived().length < 1000) await new Promise((resolve) => setTimeout(resolve, 10));

  const started = performance.now();
  t.is(await service.stop('SIGTERM'), 0);
  const took = performance.now() - started;
  const ended = await Promise.all(loops);
  t.true(took < (drainSeconds + 1) * 1000, `${took} ms`);
  t.deepEqual(said, ['SERVING', 'NOT_SERVING', 'status 0']);

  const outcomes = ended.flatMap((loop) => loop.outcomes);
  const answered = outcomes.filter((outcome) => 'answer' in outcome).length;
  const refused = outcomes.flatMap((outcome) => ('error' in outcome ? [outcome.error] : []));
  // What arrived is what the log has: all of it went well, and each answer was received.
  t.deepEqual(
    arrived().filter((line) => !line.endsWith('"code":"OK"')),
    [],
  );
  t.is(arrived().length, answered);
  // All others never reached an interceptor: gRPC clients may make them again elsewhere.
  t.deepEqual(
    refused.filter(({ code }) => code !== 'UNAVAILABLE'),
    [],
  );

  const again = new E2eClient((await launch()).address);
  t.teardown(() => {
    again.close();
  });
  for (const { organizationId, acknowledged } of ended) {
    const outcome = await again.call('getOrganizationMetadata', { organizationId }, { key });
    const stored = 'answer' in outcome ? ((outcome.answer.metadata as Json).publicMetadata as Json).n : outcome;
    t.is(stored, acknowledged, organizationId);
  }
  t.log(`${answered} calls arrived, 0 failed; ${refused.length} never arrived; ended after ${Math.round(took)} ms`);
});

test('a call that never comes whole holds the end up for the drain time and no longer', async (t) => {
  const { key, launch } = await start(t, 2);
  const service = await launch();
  const session = connectHttp2(`http://${service.address}`);
  session.on('error', () => undefined);
  t.teardown(() => {
    session.destroy();
  });
  await once(session, 'connect');
  const call = session.request({
    ':method': 'POST',
    ':path': READ,
    'content-type': 'application/grpc',
    te: 'trailers',
    authorization: `Bearer ${key}`,
  });
  call.on('error', () => undefined);
  call.write(frame(Buffer.alloc(9)).subarray(0, 7));
  // Once it is answered, the service has seen the stream that came before it on the same connection.
  await new Promise((resolve, reject) => {
    session.ping((error: Error | null) => {
      if (error === null) resolve(undefined);
      else reject(error);
    });
  });
  const started = performance.now();
  t.is(await service.stop('SIGTERM'), 0);
  const took = performance.now() - started;
  t.true(took >= 1990 && took < 3000, `${took} ms`);
  t.log(`ended after ${Math.round(took)} ms`);
});
