import test, { type ExecutionContext } from 'ava';
import { listUnknownFlags } from '../cli/v8-flags.js';
import { declareMissing } from '../declare-missing.js';
import { E2eClient } from '../e2e/client.js';
import { field } from '../e2e/raw.js';
import { makeDataFolder, startService } from '../e2e/service.js';
import { startGateway } from '../gateway/start-gateway.js';
import { connectRaw, frame, readToEnd } from '../rpc/raw-call.js';
import { makeTlsFolder } from '../tls/tls-folder.js';
import { findNode } from './find-node.js';

/** The lines of Node that the service is to run on, beside that of the tests. */
const LINES = [22, 24, 26];

const READ = '/orgmeta.v1.BackendMetadata/GetOrganizationMetadata';
const REQUEST = frame(field(1, 'org_1'));
const DRAIN_SECONDS = 1;

/** Asks a service with TLS for its health, by its address, through a gateway that runs on the same Node. */
async function askThroughGateway(t: ExecutionContext, node: string): Promise<number> {
  const folder = await makeTlsFolder(t);
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const env = { ORGMETA_TLS_CERT: folder.certificatePath, ORGMETA_TLS_KEY: folder.keyPath };
  const service = await startService({ dataDir, node, env });
  t.teardown(() => service.stop('SIGKILL'));
  const upstream = {
    ORGMETA_UPSTREAM: service.address,
    ORGMETA_UPSTREAM_TLS: 'true',
    ORGMETA_UPSTREAM_CA: folder.authorityPath,
  };
  const { url } = await startGateway(t, upstream, undefined, node);
  return (await fetch(`${url}/readyz`)).status;
}

const nodes = await Promise.all(LINES.map(async (line) => ({ line, node: await findNode(line) })));

for (const { line, node } of nodes) {
  const title = `on Node ${line} calls are served, those that are ended have their status, and those under way have the drain time`;
  if (node === undefined) {
    declareMissing(title, `Node ${line} is needed, from a package of npm`);
    continue;
  }
  test(`on Node ${line} V8 knows each of the flags that are set while the process runs`, (t) => {
    t.deepEqual(listUnknownFlags(node), []);
  });
  test(`on Node ${line} a gateway reaches a service with TLS by its address`, async (t) => {
    t.is(await askThroughGateway(t, node), 200);
  });
  test(title, async (t) => {
    const { dataDir, remove } = await makeDataFolder();
    t.teardown(remove);
    const service = await startService({ dataDir, node, env: { ORGMETA_DRAIN_SECONDS: String(DRAIN_SECONDS) } });
    t.teardown(() => service.stop('SIGKILL'));
    const key = /om_sk_\w+/.exec(service.output())?.[0] ?? '';
    const client = new E2eClient(service.address);
    t.teardown(() => {
      client.close();
    });
    const publicMetadata = { line };
    const owner = { organizationId: 'org_1' };
    await client.call('updateOrganizationMetadata', { ...owner, publicMetadata }, { key });
    t.like(await client.call('getOrganizationMetadata', owner, { key }), {
      answer: { metadata: { ...owner, publicMetadata } },
    });

    const { call } = connectRaw(t, service.address);
    const tooLong = call(READ, { authorization: `Bearer ${key}`, x: 'y'.repeat(16 * 1024) });
    const tooLongAndWhole = call(READ, { authorization: `Bearer ${key}`, x: 'y'.repeat(16 * 1024) });
    tooLongAndWhole.end(REQUEST);
    const refused = await Promise.all([tooLong, tooLongAndWhole].map(readToEnd));
    t.deepEqual(
      refused.map(({ status }) => status),
      ['8', '8'],
    );

    const unfinished = call(READ, { authorization: `Bearer ${key}` });
    unfinished.write(REQUEST.subarray(0, 6));
    // Once it is answered, the service has seen the stream that came before it.
    await readToEnd(call(READ));
    const started = performance.now();
    t.is(await service.stop('SIGTERM'), 0);
    const took = performance.now() - started;
    t.true(took > 1_000 * DRAIN_SECONDS - 10 && took < 10_000, `${took} ms`);
  });
}
