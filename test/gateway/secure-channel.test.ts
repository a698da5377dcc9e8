import { writeFile } from 'node:fs/promises';
import test from 'ava';
import { openUpstream } from '../../src/gateway/upstream.js';
import { makeDataFolder, startService } from '../e2e/service.js';
import { makeCertificate } from '../tls/make-certificate.js';
import { makeTlsFolder } from '../tls/tls-folder.js';

for (const { title, hosts, isTrusted } of [
  { title: 'its address', hosts: ['127.0.0.1'], isTrusted: true },
  { title: 'a name alone', hosts: ['localhost'], isTrusted: false },
  { title: 'another address', hosts: ['127.0.0.2'], isTrusted: false },
  { title: 'what is told in place of its address', hosts: ['address.invalid'], isTrusted: false },
]) {
  test(`a service at an address with a certificate for ${title} is ${isTrusted ? '' : 'not '}asked`, async (t) => {
    const { authority, certificatePath, keyPath } = await makeTlsFolder(t);
    const server = makeCertificate('server', { hosts, issuer: authority });
    await writeFile(certificatePath, server.certificate);
    await writeFile(keyPath, server.key);
    const { dataDir, remove } = await makeDataFolder();
    t.teardown(remove);
    const env = { ORGMETA_TLS_CERT: certificatePath, ORGMETA_TLS_KEY: keyPath };
    const service = await startService({ dataDir, env });
    t.teardown(() => service.stop('SIGKILL'));
    const tls = { authorities: authority.certificate };
    const upstream = openUpstream({ address: service.address, tls, timeoutMs: 10_000 });
    t.teardown(() => {
      upstream.close();
    });
    t.is(await upstream.isServing(), isTrusted);
  });
}
