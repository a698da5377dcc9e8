import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { connect as connectSecurely, type ConnectionOptions } from 'node:tls';
import test, { type ExecutionContext } from 'ava';
import type { Limits } from '../../src/rpc/limits.js';
import { watchTlsFiles } from '../../src/rpc/tls/watch-tls-files.js';
import { connectTls } from '../tls/connect-tls.js';
import { makeCertificate, type Certificate } from '../tls/make-certificate.js';
import { putFile } from '../tls/put-file.js';
import { makeTlsFolder } from '../tls/tls-folder.js';
import { serveStore, storeWith } from './serve-store.js';

const STORE = storeWith({ getMany: () => Promise.resolve([undefined]) });
const READ = ['batchGetOrganizationMetadata', { organizationIds: ['a'] }, { key: 'any' }] as const;
const ANSWER = { answer: { missing: ['a'] } };

const fail = (error: unknown) => {
  throw new Error('the files of this test are good', { cause: error });
};

interface ServeOptions {
  /** Clients need a certificate of the authority. */
  readonly mutual?: boolean;
  readonly limits?: Partial<Limits>;
  /** Makes the certificate of the client. */
  readonly makeClient?: (authority: Certificate) => Certificate;
}

async function serve(t: ExecutionContext, { mutual = false, limits = {}, makeClient }: ServeOptions = {}) {
  const folder = await makeTlsFolder(t);
  const paths = {
    certificate: folder.certificatePath,
    key: folder.keyPath,
    clientCa: mutual ? folder.authorityPath : undefined,
  };
  const told = new EventEmitter();
  const tls = await watchTlsFiles(paths, { onLoad: () => told.emit('load'), onProblem: fail });
  t.teardown(() => {
    tls.close();
  });
  const security = folder.trust(makeClient?.(folder.authority));
  return { folder, told, ...(await serveStore(t, STORE, { tls, limits, security })) };
}

test('calls are answered over TLS, and the log names where they came from', async (t) => {
  const { client, log } = await serve(t);
  t.like(await client.call(...READ), ANSWER);
  t.regex(log(), /"peer":"127\.0\.0\.1:\d+"/);
});

const OFFERS: readonly { title: string; offer: ConnectionOptions; protocol: string | undefined }[] = [
  { title: 'TLS 1.3', offer: { minVersion: 'TLSv1.3' }, protocol: 'TLSv1.3' },
  { title: 'TLS 1.2', offer: { maxVersion: 'TLSv1.2' }, protocol: 'TLSv1.2' },
  {
    title: 'TLS 1.2 with a cipher that HTTP/2 forbids',
    offer: { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA' },
    protocol: undefined,
  },
  {
    title: 'TLS 1.1',
    offer: {
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    },
    protocol: undefined,
  },
  { title: 'HTTP/1.1 alone', offer: { ALPNProtocols: ['http/1.1'] }, protocol: undefined },
  { title: 'no protocol', offer: { ALPNProtocols: [] }, protocol: undefined },
];

for (const { title, offer, protocol } of OFFERS) {
  test(`a client that offers ${title} is ${protocol === undefined ? 'refused' : 'served'}`, async (t) => {
    const { address, folder, client } = await serve(t);
    const attempt = await connectTls(t, address, { ca: folder.authority.certificate, ...offer });
    t.is(attempt.protocol, protocol);
    t.like(await client.call(...READ), ANSWER);
  });
}

test('a client in clear text is closed', async (t) => {
  const { address, client } = await serve(t);
  const socket = connect(Number(address.split(':')[1]), '127.0.0.1');
  socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
  socket.on('error', () => undefined);
  socket.resume();
  await once(socket, 'close');
  t.like(await client.call(...READ), ANSWER);
});

const past = new Date(Date.now() - 3_600_000);
const CLIENTS: readonly { title: string; make: ServeOptions['makeClient']; served: boolean }[] = [
  { title: 'no certificate', make: undefined, served: false },
  { title: 'a certificate of the authority', make: (issuer) => makeCertificate('client', { issuer }), served: true },
  { title: 'a certificate of its own', make: () => makeCertificate('client'), served: false },
  {
    title: 'a certificate of another authority with the same name',
    make: ({ name }) => makeCertificate('client', { issuer: makeCertificate(name, { authority: true }) }),
    served: false,
  },
  {
    title: 'a certificate that has expired',
    make: (issuer) => makeCertificate('client', { issuer, validTo: past }),
    served: false,
  },
];

for (const { title, make, served } of CLIENTS) {
  test(`where clients need a certificate, one with ${title} is ${served ? 'served' : 'refused'}`, async (t) => {
    const { client } = await serve(t, { mutual: true, ...(make && { makeClient: make }) });
    const outcome = await client.call(...READ);
    t.like(outcome, served ? ANSWER : { error: { code: 'UNAVAILABLE' } });
  });
}

for (const { title, mutual } of [
  { title: 'where clients need a certificate, a session that was kept stands for none', mutual: true },
  { title: 'where clients need no certificate, a session that was kept is resumed', mutual: false },
]) {
  for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
    test(`${title} (${version})`, async (t) => {
      const { address, folder } = await serve(t, { mutual });
      const client = makeCertificate('client', { issuer: folder.authority });
      const shown = { cert: client.certificate, key: client.key };
      const options = { ca: folder.authority.certificate, minVersion: version, maxVersion: version };
      const { session } = await connectTls(t, address, { ...options, ...shown });
      const again = await connectTls(t, address, { ...options, ...shown, session });
      t.deepEqual([again.protocol, again.resumed], [version, !mutual]);
      const without = await connectTls(t, address, { ...options, session });
      t.deepEqual([without.protocol, without.resumed], mutual ? [undefined, false] : [version, true]);
    });
  }
}

test('a client whose authority is taken away can not come back with a session that it has kept', async (t) => {
  const { address, folder, told } = await serve(t, { mutual: true });
  const client = makeCertificate('client', { issuer: folder.authority });
  const options = { ca: folder.authority.certificate, cert: client.certificate, key: client.key };
  const first = await connectTls(t, address, options);
  t.is(first.protocol, 'TLSv1.3');
  const changed = once(told, 'load');
  await putFile(folder.authorityPath, makeCertificate('test authority', { authority: true }).certificate);
  await changed;
  const late = await connectTls(t, address, { ...options, session: first.session });
  t.deepEqual([late.protocol, late.resumed], [undefined, false]);
});

test('a connection that is not secured in time is closed, and counts until it is', async (t) => {
  const { address, client } = await serve(t, { limits: { connections: 1, handshakeMs: 300 } });
  const [host, port] = address.split(':');
  const silent = connect(Number(port), host);
  silent.on('error', () => undefined);
  t.teardown(() => silent.destroy());
  await once(silent, 'connect');
  t.like(await client.call(...READ), { error: { code: 'UNAVAILABLE' } });
  silent.resume();
  await once(silent, 'close');
  let outcome = await client.call(...READ);
  while ('error' in outcome) outcome = await client.call(...READ);
  t.like(outcome, ANSWER);
});

test('beyond the handshakes that may be under way the oldest is closed, and no connection that is secured', async (t) => {
  const { address, folder, client } = await serve(t, { limits: { handshakes: 3 } });
  const [host, port] = address.split(':');
  const secured = connectSecurely({
    host,
    port: Number(port),
    ca: folder.authority.certificate,
    ALPNProtocols: ['h2'],
  });
  t.teardown(() => secured.destroy());
  await once(secured, 'secureConnect');
  const silent = [];
  for (let count = 0; count < 8; count += 1) {
    const socket = connect(Number(port), host).resume();
    t.teardown(() => socket.destroy());
    await once(socket, 'connect');
    silent.push({ socket, closed: once(socket, 'close') });
  }
  await Promise.all(silent.slice(0, 5).map(({ closed }) => closed));
  t.like(await client.call(...READ), ANSWER);
  await silent[5]?.closed;
  t.deepEqual(
    [secured, ...silent.slice(6).map(({ socket }) => socket)].map(({ closed }) => closed),
    [false, false, false],
  );
});

test('a connection that is secured after the server began to drain is closed', async (t) => {
  const { address, server, folder } = await serve(t);
  const [host, port] = address.split(':');
  const early = connect(Number(port), host);
  t.teardown(() => early.destroy());
  await once(early, 'connect');
  await server.drain(0);
  t.is((await connectTls(t, address, { socket: early, ca: folder.authority.certificate })).protocol, undefined);
});
