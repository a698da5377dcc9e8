import { generateKeyPairSync } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import test, { type ExecutionContext } from 'ava';
import { readTlsFiles } from '../../src/rpc/tls/read-tls-files.js';
import { TlsFilesError } from '../../src/rpc/tls/tls-files-error.js';
import { watchTlsFiles } from '../../src/rpc/tls/watch-tls-files.js';
import { makeCertificate } from '../tls/make-certificate.js';
import { putFile } from '../tls/put-file.js';
import { makeTlsFolder, type TlsFolder } from '../tls/tls-folder.js';

const pathsOf = ({ certificatePath, keyPath, authorityPath }: TlsFolder) => ({
  certificate: certificatePath,
  key: keyPath,
  clientCa: authorityPath,
});

const NO_PEM = 'holds no certificate in PEM; if it is in DER, convert it: openssl x509 -inform DER -in FILE -out NEW';
const NO_KEY =
  'holds no private key in PEM, or one that is cut off; if it is in DER, convert it: openssl pkey -inform DER -in FILE -out NEW';

const FAULTS: readonly {
  title: string;
  spoil: (folder: TlsFolder) => Promise<unknown>;
  faults: (folder: TlsFolder) => string[];
}[] = [
  {
    title: 'a certificate that is not there',
    spoil: ({ certificatePath }) => rm(certificatePath),
    faults: ({ certificatePath }) => [
      `the TLS certificate ${certificatePath} does not exist; put it there, or name another file`,
    ],
  },
  {
    title: 'a certificate that is no PEM',
    spoil: ({ certificatePath }) => putFile(certificatePath, Buffer.alloc(100, 0x30)),
    faults: ({ certificatePath }) => [`the TLS certificate ${certificatePath} ${NO_PEM}`],
  },
  {
    title: 'a certificate that is cut off',
    spoil: ({ certificatePath, server }) => putFile(certificatePath, server.certificate.slice(0, 300)),
    faults: ({ certificatePath }) => [
      `the TLS certificate ${certificatePath} holds a certificate that is cut off; copy the whole file again`,
    ],
  },
  {
    title: 'a chain that is cut off',
    spoil: ({ certificatePath, server, authority }) =>
      putFile(certificatePath, server.certificate + authority.certificate.slice(0, 300)),
    faults: ({ certificatePath }) => [
      `the TLS certificate ${certificatePath} holds a certificate that is cut off; copy the whole file again`,
    ],
  },
  {
    title: 'a certificate of which a byte is wrong',
    spoil: ({ certificatePath, server }) => putFile(certificatePath, server.certificate.replace(/M/, 'N')),
    faults: ({ certificatePath }) => [
      `the TLS certificate ${certificatePath} holds a certificate that can't be read; copy the whole file again`,
    ],
  },
  {
    title: 'a key that is cut off',
    spoil: ({ keyPath, server }) => putFile(keyPath, server.key.slice(0, 100)),
    faults: ({ keyPath }) => [`the TLS key ${keyPath} ${NO_KEY}`],
  },
  {
    title: 'a key that is encrypted',
    spoil: ({ keyPath, server }) =>
      putFile(
        keyPath,
        server.privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'secret' }),
      ),
    faults: ({ keyPath }) => [
      `the TLS key ${keyPath} is encrypted, and must not be; decrypt it: openssl pkey -in FILE -out NEW`,
    ],
  },
  {
    title: 'a key of another certificate',
    spoil: ({ keyPath }) => putFile(keyPath, makeCertificate('other').key),
    faults: ({ keyPath, certificatePath }) => [
      `the TLS key ${keyPath} does not belong to the certificate ${certificatePath}; it must be the key of the first certificate in that file`,
    ],
  },
  {
    title: 'a folder in the place of the key',
    spoil: async ({ keyPath }) => {
      await rm(keyPath);
      await mkdir(keyPath);
    },
    faults: ({ keyPath }) => [`the TLS key ${keyPath} is not a regular file; name another file`],
  },
  {
    title: "a client CA that isn't an authority's",
    spoil: ({ authorityPath, server }) => putFile(authorityPath, server.certificate),
    faults: ({ authorityPath }) => [
      `the TLS client CA ${authorityPath} holds a certificate that isn't an authority's (CN=server, signed by CN=test authority); replace it with that of the authority`,
    ],
  },
  {
    title: "certificates among the client CAs that aren't an authority's",
    spoil: ({ authorityPath, authority }) => {
      const none = [
        makeCertificate('client', { issuer: authority }),
        makeCertificate('quiet', { issuer: authority, authority: 'unsaid' }),
      ];
      return putFile(authorityPath, [authority, ...none].map(({ certificate }) => certificate).join(''));
    },
    faults: ({ authorityPath }) => [
      `the TLS client CA ${authorityPath} holds a certificate that isn't an authority's (CN=client, signed by CN=test authority; CN=quiet, signed by CN=test authority); replace it with that of the authority`,
    ],
  },
  {
    title: 'everything at once',
    spoil: ({ certificatePath, keyPath, authorityPath }) =>
      Promise.all([rm(certificatePath), putFile(keyPath, ''), putFile(authorityPath, '')]),
    faults: ({ certificatePath, keyPath, authorityPath }) => [
      `the TLS certificate ${certificatePath} does not exist; put it there, or name another file`,
      `the TLS key ${keyPath} ${NO_KEY}`,
      `the TLS client CA ${authorityPath} ${NO_PEM}`,
    ],
  },
];

for (const { title, spoil, faults } of FAULTS) {
  test(`the files of TLS can't be read with ${title}`, async (t) => {
    const folder = await makeTlsFolder(t);
    await t.notThrowsAsync(readTlsFiles(pathsOf(folder)));
    await spoil(folder);
    const error = await t.throwsAsync(readTlsFiles(pathsOf(folder)), { instanceOf: TlsFilesError });
    t.deepEqual(
      error.faults.map(({ problem }) => problem),
      faults(folder),
    );
  });
}

test('each fault of the files of TLS says which file it is of', async (t) => {
  const folder = await makeTlsFolder(t);
  await Promise.all([folder.certificatePath, folder.keyPath, folder.authorityPath].map((path) => rm(path)));
  const error = await t.throwsAsync(readTlsFiles(pathsOf(folder)), { instanceOf: TlsFilesError });
  t.deepEqual(
    error.faults.map(({ file }) => file),
    ['certificate', 'key', 'clientCa'],
  );
});

test('a key that OpenSSL finds too weak is refused, with its reason', async (t) => {
  const folder = await makeTlsFolder(t);
  const weak = makeCertificate('weak', { keys: generateKeyPairSync('rsa', { modulusLength: 512 }) });
  await putFile(folder.certificatePath, weak.certificate);
  await putFile(folder.keyPath, weak.key);
  await t.throwsAsync(readTlsFiles(pathsOf(folder)), {
    instanceOf: TlsFilesError,
    message: /can't be used: .*small; make a new one/,
  });
});

async function follow(t: ExecutionContext) {
  const folder = await makeTlsFolder(t);
  const told: string[] = [];
  const watched = await watchTlsFiles(pathsOf(folder), {
    onLoad: ({ own }) => told.push(`loaded ${own.serialNumber}`),
    onProblem: ({ message }) => told.push(message),
  });
  t.teardown(() => {
    watched.close();
  });
  const until = async (count: number) => {
    while (told.length < count) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  return { folder, watched, told, until };
}

test('a new certificate without its key is told once and keeps the old pair, until the key comes', async (t) => {
  const { folder, watched, told, until } = await follow(t);
  const before = watched.current();
  const renewed = folder.renew();
  await putFile(folder.certificatePath, renewed.certificate);
  await until(1);
  t.is(watched.current(), before);
  // A whole poll goes by and tells nothing more: the next thing told is that the pair is good.
  await new Promise((resolve) => setTimeout(resolve, 600));
  await putFile(folder.keyPath, renewed.key);
  await until(2);
  t.is(told.length, 2);
  t.regex(told[0] ?? '', /does not belong to the certificate/);
  t.is(told.at(-1), `loaded ${watched.current().own.serialNumber}`);
  t.not(watched.current().own.serialNumber, before.own.serialNumber);
});

test('a half-written certificate keeps the old pair, and nothing of a file is told', async (t) => {
  const { folder, watched, told, until } = await follow(t);
  const before = watched.current();
  await putFile(folder.certificatePath, folder.server.certificate.slice(0, 200));
  await until(1);
  await putFile(folder.keyPath, folder.server.key.slice(0, 150));
  await until(2);
  t.is(watched.current(), before);
  t.notRegex(told.join(), /-----|MII|MIG/);
  await putFile(folder.certificatePath, folder.server.certificate);
  await putFile(folder.keyPath, folder.server.key);
  while (!told.at(-1)?.startsWith('loaded')) await new Promise((resolve) => setTimeout(resolve, 20));
  t.is(watched.current().text, before.text);
});

test('another client CA is a change too', async (t) => {
  const { folder, watched, until } = await follow(t);
  const other = makeCertificate('other authority', { authority: true });
  await putFile(folder.authorityPath, other.certificate);
  await until(1);
  t.is(watched.current().clientCa, other.certificate);
});
