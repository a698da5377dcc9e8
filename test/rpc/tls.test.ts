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

test('a client certificate that signed itself, and says of itself what it likes, is served where it is the client CA', async (t) => {
  const { address, folder, told } = await serve(t, { mutual: true });
  for (const authority of [true, false, 'unsaid'] as const) {
    const client = makeCertificate('client', { authority });
    const changed = once(told, 'load');
    await putFile(folder.authorityPath, client.certificate);
    await changed;
    const options = { ca: folder.authority.certificate, cert: client.certificate, key: client.key };
    t.is((await connectTls(t, address, options)).protocol, 'TLSv1.3', String(authority));
  }
});

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

const CLEAR = { title: 'speaks in clear text', say: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' };
const REFUSED: readonly {
  title: string;
  /** Said in clear text, and nothing more. */
  say?: string;
  offer?: (authority: Certificate) => ConnectionOptions;
  problem: string;
}[] = [
  { ...CLEAR, problem: 'ERR_SSL_WRONG_VERSION_NUMBER' },
  { title: 'speaks HTTP/1.1 in clear text', say: 'GET / HTTP/1.1\r\n\r\n', problem: 'ERR_SSL_HTTP_REQUEST' },
  { title: 'has no certificate', problem: 'ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE' },
  {
    title: 'has a certificate of its own',
    offer: () => show(makeCertificate('client')),
    problem: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  },
  {
    title: 'has a certificate of another authority',
    offer: () => show(makeCertificate('client', { issuer: makeCertificate('other', { authority: true }) })),
    problem: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  },
  {
    title: 'has a certificate that has expired',
    offer: (issuer) => show(makeCertificate('client', { issuer, validTo: past })),
    problem: 'CERT_HAS_EXPIRED',
  },
  {
    title: 'offers HTTP/1.1 alone',
    offer: (issuer) => ({ ...show(makeCertificate('client', { issuer })), ALPNProtocols: ['http/1.1'] }),
    problem: 'ERR_SSL_NO_APPLICATION_PROTOCOL',
  },
  {
    title: 'offers no protocol',
    offer: (issuer) => ({ ...show(makeCertificate('client', { issuer })), ALPNProtocols: [] }),
    problem: 'ERR_SSL_NO_APPLICATION_PROTOCOL',
  },
  {
    title: 'trusts another authority',
    offer: (issuer) => ({
      ...show(makeCertificate('client', { issuer })),
      ca: makeCertificate('other', { authority: true }).certificate,
    }),
    problem: 'ECONNRESET',
  },
];

function show({ certificate, key }: Certificate): ConnectionOptions {
  return { cert: certificate, key };
}

/** Waits until the log has as many lines that say so, and gives what is in them. */
async function readLines(log: () => string, message: string, count: number): Promise<unknown[]> {
  for (;;) {
    const lines = log()
      .split('\n')
      .filter((line) => line.includes(`"msg":"${message}"`));
    if (lines.length >= count) return lines.map((line) => JSON.parse(line) as unknown);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

for (const { title, say, offer, problem } of REFUSED) {
  test(`the log tells why, and from where, a client could not connect that ${title}`, async (t) => {
    const { address, folder, log } = await serve(t, { mutual: true });
    const socket = connect(Number(address.split(':')[1]), '127.0.0.1');
    socket.on('error', () => undefined);
    t.teardown(() => socket.destroy());
    await once(socket, 'connect');
    const peer = `127.0.0.1:${socket.localPort}`;
    if (say !== undefined) socket.end(say);
    else await connectTls(t, address, { socket, ca: folder.authority.certificate, ...offer?.(folder.authority) });
    const [one] = await readLines(log, 'a connection could not be secured', 1);
    t.like(one, { level: 'debug', problem, peer });
    const [many] = await readLines(log, 'connections could not be secured', 1);
    t.like(many, { level: 'info', count: 1, problem, peer });
  });
}

test('of many connections that could not be secured, on any listener, one line tells at info, and each has one at debug', async (t) => {
  const { address, server, log } = await serve(t);
  const frontend = await server.listen('127.0.0.1:0', 'frontend');
  for (const each of [address, frontend, address, frontend]) {
    const socket = connect(Number(each.split(':')[1]), '127.0.0.1').resume();
    socket.on('error', () => undefined);
    socket.end(CLEAR.say);
    await once(socket, 'close');
  }
  t.is((await readLines(log, 'a connection could not be secured', 4)).length, 4);
  t.is((await readLines(log, 'connections could not be secured', 1)).length, 1);
});

test('a client that is gone without a word, as a probe of the port is, is told of at debug alone', async (t) => {
  const { address, log } = await serve(t);
  const socket = connect(Number(address.split(':')[1]), '127.0.0.1').resume();
  socket.end();
  await readLines(log, 'a connection could not be secured', 1);
  t.notRegex(log(), /connections could not be secured/);
});

test('a client that takes too long is told of, also if it has said nothing', async (t) => {
  const { address, log } = await serve(t, { limits: { handshakeMs: 100 } });
  const socket = connect(Number(address.split(':')[1]), '127.0.0.1').resume();
  t.teardown(() => socket.destroy());
  const [line] = await readLines(log, 'connections could not be secured', 1);
  t.like(line, { problem: 'ERR_TLS_HANDSHAKE_TIMEOUT', count: 1 });
});
