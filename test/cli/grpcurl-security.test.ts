import { X509Certificate } from 'node:crypto';
import test from 'ava';
import { grpcurlSecurity } from '../../src/cli/grpcurl-security.js';
import { makeCertificate } from '../tls/make-certificate.js';

const certificateFile = '/etc/orgmeta/tls.crt';
const trusted = ['-cacert', certificateFile];

test('a service in clear text is called so', (t) => {
  t.deepEqual(grpcurlSecurity('127.0.0.1', undefined), ['-plaintext']);
});

const CASES: readonly { title: string; hosts: string[]; host: string | undefined; expected: string[] }[] = [
  { title: 'the address', hosts: ['localhost', '127.0.0.1'], host: '127.0.0.1', expected: trusted },
  { title: 'the name', hosts: ['localhost'], host: 'localhost', expected: trusted },
  {
    title: 'another name',
    hosts: ['orgmeta.example.com', '10.0.0.1'],
    host: '127.0.0.1',
    expected: [...trusted, '-authority', 'orgmeta.example.com'],
  },
  {
    title: 'all names of a domain',
    hosts: ['*.example.com'],
    host: '::1',
    expected: [...trusted, '-authority', 'any.example.com'],
  },
  {
    title: 'a name, on a socket',
    hosts: ['localhost'],
    host: undefined,
    expected: [...trusted, '-authority', 'localhost'],
  },
  { title: 'no name', hosts: [], host: '127.0.0.1', expected: ['-insecure'] },
];

for (const { title, hosts, host, expected } of CASES) {
  test(`a service with a certificate for ${title} is trusted by its certificate where that can be`, (t) => {
    const certificate = new X509Certificate(makeCertificate('127.0.0.1', { hosts }).certificate);
    t.deepEqual(grpcurlSecurity(host, { certificateFile, certificate, clientCertificates: false }), expected);
    t.deepEqual(grpcurlSecurity(host, { certificateFile, certificate, clientCertificates: true }), [
      ...expected,
      '-cert',
      'CLIENT.pem',
      '-key',
      'CLIENT.key',
    ]);
  });
}
