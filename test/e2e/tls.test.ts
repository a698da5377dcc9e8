import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import test, { type ExecutionContext } from 'ava';
import { connectTls } from '../tls/connect-tls.js';
import { makeCertificate, type Certificate } from '../tls/make-certificate.js';
import { putFile } from '../tls/put-file.js';
import { makeTlsFolder, type TlsFolder } from '../tls/tls-folder.js';
import { E2eClient } from './client.js';
import { needGrpcurl, paste } from './grpcurl.js';
import { createKey } from './keys.js';
import { makeDataFolder, startService } from './service.js';

/** Starts a service that is secured with the files of a folder, if one is given. */
async function start(t: ExecutionContext, folder: TlsFolder | undefined, env: Record<string, string> = {}) {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const launch = async () => {
    const service = await startService({
      dataDir,
      env: {
        ...(folder && { ORGMETA_TLS_CERT: folder.certificatePath, ORGMETA_TLS_KEY: folder.keyPath }),
        ...env,
      },
    });
    t.teardown(() => service.stop('SIGKILL'));
    return service;
  };
  return { dataDir, launch };
}

function openClient(t: ExecutionContext, address: string, security: ReturnType<TlsFolder['trust']>): E2eClient {
  const client = new E2eClient(address, security);
  t.teardown(() => {
    client.close();
  });
  return client;
}

test('the grpcurl lines of the first start work as pasted over TLS, on both listeners', async (t) => {
  const grpcurl = needGrpcurl(t);
  if (grpcurl === undefined) return;
  const folder = await makeTlsFolder(t);
  const { launch } = await start(t, folder, { ORGMETA_FRONTEND_ADDRESS: '127.0.0.1:0' });
  const service = await launch();
  const pasted = service
    .output()
    .split('\n')
    .filter((line) => line.startsWith('  grpcurl '));
  t.is(pasted.length, 2);
  t.regex(service.output(), /listening on 127\.0\.0\.1:\d+ with TLS \(embedded/);
  for (const line of pasted) {
    const { code, output } = paste(grpcurl, line);
    t.is(code, 0, output);
  }
  const onFrontend = pasted[1]?.replace(service.address, service.frontendAddress ?? '') ?? '';
  t.regex(paste(grpcurl, onFrontend).output, /"publicMetadata"/);
  t.not(paste(grpcurl, `grpcurl -plaintext ${service.address} list`).code, 0);
});

test('where clients need a certificate, grpcurl with one is served and without one is not, on both listeners', async (t) => {
  const grpcurl = needGrpcurl(t);
  if (grpcurl === undefined) return;
  const folder = await makeTlsFolder(t);
  const { launch, dataDir } = await start(t, folder, {
    ORGMETA_FRONTEND_ADDRESS: '127.0.0.1:0',
    ORGMETA_TLS_CLIENT_CA: folder.authorityPath,
  });
  const client = makeCertificate('client', { issuer: folder.authority });
  const files = { 'CLIENT.pem': join(dataDir, 'client.pem'), 'CLIENT.key': join(dataDir, 'client.key') };
  const service = await launch();
  await writeFile(files['CLIENT.pem'], client.certificate);
  await writeFile(files['CLIENT.key'], client.key);
  const line = /^ {2}(grpcurl .*)$/m.exec(service.output())?.[1] ?? '';
  const withFiles = line.replace('CLIENT.pem', files['CLIENT.pem']).replace('CLIENT.key', files['CLIENT.key']);
  t.is(paste(grpcurl, withFiles).code, 0, withFiles);
  for (const address of [service.address, service.frontendAddress ?? '']) {
    const list = (flags: string) =>
      paste(grpcurl, `grpcurl -connect-timeout 5 -cacert ${folder.authorityPath} ${flags} ${address} list`);
    t.is(list(`-cert ${files['CLIENT.pem']} -key ${files['CLIENT.key']}`).code, 0);
    t.not(list('').code, 0);
  }
});

/** Waits until a new connection is shown a certificate. */
async function untilShown(t: ExecutionContext, address: string, folder: TlsFolder, expected: Certificate) {
  const { serialNumber } = new X509Certificate(expected.certificate);
  const options = { ca: folder.authority.certificate };
  while ((await connectTls(t, address, options)).serialNumber !== serialNumber) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('certificates that are swapped under load are shown to new connections, and no call fails', async (t) => {
  const folder = await makeTlsFolder(t);
  const { launch, dataDir } = await start(t, folder, { ORGMETA_LOG_FORMAT: 'json' });
  const key = await createKey(dataDir, { role: 'backend' });
  const service = await launch();
  const read = (client: E2eClient) => client.call('batchGetOrganizationMetadata', { organizationIds: ['a'] }, { key });
  const steady = openClient(t, service.address, folder.trust());
  const failed: unknown[] = [];
  const calls = { steady: 0, fresh: 0 };
  let swapping = true;
  const note = (kind: keyof typeof calls, outcome: Awaited<ReturnType<typeof read>>) => {
    calls[kind] += 1;
    if ('error' in outcome) failed.push(outcome.error);
  };
  const callSteadily = async () => {
    while (swapping) note('steady', await read(steady));
  };
  const callAfresh = async () => {
    while (swapping) {
      const fresh = new E2eClient(service.address, folder.trust());
      note('fresh', await read(fresh));
      fresh.close();
    }
  };
  const load = [callSteadily(), callSteadily(), callAfresh(), callAfresh()];
  for (let swaps = 0; swaps < 4; swaps += 1) {
    const renewed = folder.renew();
    // One after the other, as most tools write them.
    await writeFile(folder.certificatePath, renewed.certificate);
    await writeFile(folder.keyPath, renewed.key);
    await untilShown(t, service.address, folder, renewed);
    const goal = calls.fresh + 10;
    while (calls.fresh < goal) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  swapping = false;
  await Promise.all(load);
  t.deepEqual(failed, []);
  t.true(calls.steady >= 40 && calls.fresh >= 40, JSON.stringify(calls));
  t.log(`${calls.steady} calls on lasting connections and ${calls.fresh} on new ones, ${failed.length} failed`);
});

const BAD_STATES: readonly {
  title: string;
  spoil: (folder: TlsFolder) => Promise<void>;
  problem: RegExp;
}[] = [
  {
    title: 'A certificate of another key',
    spoil: ({ certificatePath, renew }) => putFile(certificatePath, renew().certificate),
    problem: /ORGMETA_TLS_KEY: the TLS key \S+ does not belong to the certificate/,
  },
  {
    title: 'A half-written certificate',
    spoil: ({ certificatePath, server }) => putFile(certificatePath, server.certificate.slice(0, 333)),
    problem: /ORGMETA_TLS_CERT: the TLS certificate \S+ holds a certificate that is cut off/,
  },
  {
    title: 'A key that went away',
    spoil: ({ keyPath }) => rename(keyPath, `${keyPath}.old`),
    problem: /ORGMETA_TLS_KEY: the TLS key \S+ does not exist/,
  },
];

for (const { title, spoil, problem } of BAD_STATES) {
  test(`${title} keeps the old pair, is said once, and is followed by the next good pair`, async (t) => {
    const folder = await makeTlsFolder(t);
    const { launch } = await start(t, folder, { ORGMETA_LOG_FORMAT: 'json' });
    const service = await launch();
    const told = () => service.output().match(/"problem":"[^"]*","msg":"the TLS files are passed over/g) ?? [];
    await untilShown(t, service.address, folder, folder.server);
    await spoil(folder);
    while (!told().some((line) => problem.test(line))) await new Promise((resolve) => setTimeout(resolve, 50));
    await untilShown(t, service.address, folder, folder.server);
    const renewed = folder.renew();
    await putFile(folder.keyPath, renewed.key);
    await putFile(folder.certificatePath, renewed.certificate);
    await untilShown(t, service.address, folder, renewed);
    t.true(
      told().some((line) => problem.test(line)),
      service.output(),
    );
    t.is(new Set(told()).size, told().length, service.output());
    t.regex(service.output(), /"msg":"the TLS files were read again"/);
  });
}

test('a certificate that has expired is served, with a warning', async (t) => {
  const folder = await makeTlsFolder(t);
  const expired = makeCertificate('server', { hosts: ['localhost'], validTo: new Date(Date.now() - 1000) });
  await writeFile(folder.certificatePath, expired.certificate);
  await writeFile(folder.keyPath, expired.key);
  const { launch } = await start(t, folder, { ORGMETA_LOG_FORMAT: 'json' });
  const service = await launch();
  await service.stop();
  t.regex(service.output(), /"level":"warn"[^\n]*"msg":"the TLS certificate has expired"/);
});

const WARNED = [
  { title: 'in clear text that other machines reach', addresses: ['0.0.0.0:0', '0.0.0.0:0'], tls: false, warnings: 1 },
  { title: 'in clear text on this machine alone', addresses: ['127.0.0.1:0', '127.0.0.1:0'], tls: false, warnings: 0 },
  { title: 'for frontends in clear text', addresses: ['127.0.0.1:0', '0.0.0.0:0'], tls: false, warnings: 1 },
  { title: 'with TLS', addresses: ['0.0.0.0:0', '0.0.0.0:0'], tls: true, warnings: 0 },
];

for (const { title, addresses, tls, warnings } of WARNED) {
  for (const format of ['json', 'pretty']) {
    test(`a service ${title} gets ${warnings} warnings of clear text (${format})`, async (t) => {
      const [address = '', frontendAddress = ''] = addresses;
      const { launch } = await start(t, tls ? await makeTlsFolder(t) : undefined, {
        ORGMETA_ADDRESS: address,
        ORGMETA_FRONTEND_ADDRESS: frontendAddress,
        ORGMETA_LOG_FORMAT: format,
      });
      const service = await launch();
      await service.stop();
      t.is(service.output().match(/clear text: set ORGMETA_TLS_CERT and ORGMETA_TLS_KEY/g)?.length ?? 0, warnings);
    });
  }
}
