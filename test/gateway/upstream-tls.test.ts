import { rm, writeFile } from 'node:fs/promises';
import test, { type ExecutionContext } from 'ava';
import { runBuilt } from '../e2e/run-built.js';
import { makeDataFolder, orgmeta, startService } from '../e2e/service.js';
import { makeCertificate } from '../tls/make-certificate.js';
import { makeTlsFolder } from '../tls/tls-folder.js';
import { startGateway } from './start-gateway.js';

/** Starts a service that is secured with TLS, and has a backend key. */
async function startSecured(t: ExecutionContext) {
  const folder = await makeTlsFolder(t);
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const key = await orgmeta('keys', 'create', '--data-dir', dataDir, '--role', 'backend');
  const service = await startService({
    dataDir,
    env: { ORGMETA_TLS_CERT: folder.certificatePath, ORGMETA_TLS_KEY: folder.keyPath },
  });
  t.teardown(() => service.stop('SIGKILL'));
  return { folder, service, headers: { authorization: `Bearer ${key}` } };
}

test('a service with TLS is written to and read from, by its address and by its name', async (t) => {
  const { folder, service, headers } = await startSecured(t);
  for (const upstream of [service.address, service.address.replace('127.0.0.1', 'localhost')]) {
    const { url } = await startGateway(t, {
      ORGMETA_UPSTREAM: upstream,
      ORGMETA_UPSTREAM_TLS: 'true',
      ORGMETA_UPSTREAM_CA: folder.authorityPath,
    });
    const body = JSON.stringify({ public_metadata: { upstream } });
    const written = await fetch(`${url}/v1/organizations/org_1/metadata`, { method: 'PATCH', headers, body });
    t.is(written.status, 200);
    const read = await fetch(`${url}/v1/organizations/org_1/public-metadata`, { headers });
    t.like(await read.json(), { public_metadata: { upstream } });
    t.is((await fetch(`${url}/readyz`)).status, 200);
  }
});

for (const { title, distrust } of [
  {
    title: 'that another authority has signed',
    distrust: async (path: string) => {
      await writeFile(path, makeCertificate('test authority', { authority: true }).certificate);
      return { ORGMETA_UPSTREAM_TLS: 'true', ORGMETA_UPSTREAM_CA: path };
    },
  },
  {
    title: 'of an authority that Node does not know',
    distrust: () => Promise.resolve({ ORGMETA_UPSTREAM_TLS: 'true' }),
  },
  { title: 'that it is not told of', distrust: () => Promise.resolve({}) },
]) {
  test(`a service with a certificate ${title} is asked nothing, and visitors get 503 and only the log says why`, async (t) => {
    const { folder, service, headers } = await startSecured(t);
    const gateway = await startGateway(t, {
      ORGMETA_UPSTREAM: service.address,
      ...(await distrust(folder.authorityPath)),
    });
    const response = await fetch(`${gateway.url}/v1/organizations/org_1/public-metadata`, { headers });
    t.is(response.status, 503);
    t.is(response.headers.get('retry-after'), '1');
    t.deepEqual(await response.json(), {
      errors: [
        {
          code: 'service_unavailable',
          message: 'The service is not available right now',
          long_message: 'The service is not available right now',
          meta: {},
        },
      ],
    });
    t.is((await fetch(`${gateway.url}/readyz`)).status, 503);
    // The log is written soon, not at once; a line that never comes ends the test by its timeout.
    while (!gateway.output().includes('"status":503')) await new Promise((resolve) => setImmediate(resolve));
    t.regex(gateway.output(), /"status":503.*"cause":"[^"]*No connection established[^"]+"/);
  });
}

for (const { title, tls, content, problem } of [
  {
    title: 'without TLS, by which credentials would go in clear text',
    tls: 'false',
    content: (whole: string) => whole,
    problem: /ORGMETA_UPSTREAM_CA is of no use without ORGMETA_UPSTREAM_TLS/,
  },
  { title: 'in a file with nothing in it', tls: 'true', content: () => '', problem: /ca\.crt holds no certificate/ },
  {
    title: 'in a file that is cut off',
    tls: 'true',
    content: (whole: string) => whole.slice(0, 100),
    problem: /ca\.crt holds a certificate that is cut off/,
  },
  { title: 'in a file that is not there', tls: 'true', content: undefined, problem: /ca\.crt does not exist/ },
]) {
  test(`authorities ${title} are refused at start`, async (t) => {
    const { authorityPath, authority } = await makeTlsFolder(t);
    if (content === undefined) await rm(authorityPath);
    else await writeFile(authorityPath, content(authority.certificate));
    const args = ['gateway', '--address', '127.0.0.1:0', '--upstream-tls', tls, '--upstream-ca', authorityPath];
    const run = runBuilt(t, args, '');
    // One that starts would not end by itself.
    run.process.stdout?.once('data', () => run.process.kill('SIGKILL'));
    const { code, stderr } = await run.ended;
    t.not(code, null, 'it has started');
    t.not(code, 0);
    t.regex(stderr, problem);
  });
}
