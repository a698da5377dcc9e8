import test from 'ava';
import { issueKey } from '../../src/auth/issue-key.js';
import { describeFirstKeys } from '../../src/cli/describe-first-keys.js';

const keys = { backend: issueKey({ role: 'backend' }), frontend: issueKey({ role: 'frontend' }) };
const start = {
  address: '127.0.0.1:50051',
  keysFile: '/var/lib/orgmeta/keys.json',
  reflection: true,
  packageRoot: '/opt/orgmeta',
};

function commands(text: string): string[] {
  return text.split('\n').filter((line) => line.startsWith('  grpcurl '));
}

test('the calls to paste name the real keys and the real address', (t) => {
  const text = describeFirstKeys(keys, start);
  t.deepEqual(commands(text), [
    `  grpcurl -plaintext -H 'authorization: Bearer ${keys.backend.key}' -d '{"organization_id":"org_1","public_metadata":{"plan":"pro"},"private_metadata":{"stripe":"cus_1"}}' 127.0.0.1:50051 orgmeta.v1.BackendMetadata/UpdateOrganizationMetadata`,
    `  grpcurl -plaintext -H 'authorization: Bearer ${keys.frontend.key}' -d '{"organization_id":"org_1"}' 127.0.0.1:50051 orgmeta.v1.FrontendMetadata/GetOrganizationPublicMetadata`,
  ]);
  t.true(text.includes(`backend   ${keys.backend.key}\n  frontend  ${keys.frontend.key}\n`));
});

test('the first line names the file that was made, and nothing in it that a terminal would obey', (t) => {
  t.regex(describeFirstKeys(keys, start), /^First start: [^\n]+ the new keys file \/var\/lib\/orgmeta\/keys\.json\.\n/);
  t.regex(describeFirstKeys(keys, { ...start, keysFile: '/x\u001B[31m' }), /^[^\n]+ \/x\\u001b\[31m\.\n/);
});

for (const { address, expected } of [
  { address: '0.0.0.0:1234', expected: '127.0.0.1:1234' },
  { address: '[::]:1234', expected: "'[::1]:1234'" },
  { address: '[fe80::1%eth0]:1', expected: "'[fe80::1%eth0]:1'" },
  { address: 'unix:/run/orgmeta.sock', expected: '-unix /run/orgmeta.sock' },
  { address: "unix:my data/it's.sock", expected: "-unix 'my data/it'\\''s.sock'" },
  { address: "unix:it's \u001B[31m\\.sock", expected: "-unix $'it\\'s \\u001b[31m\\\\.sock'" },
]) {
  test(`a service on ${address} is called at ${expected}`, (t) => {
    for (const command of commands(describeFirstKeys(keys, { ...start, address }))) {
      t.true(command.includes(`}' ${expected} orgmeta.v1.`), command);
    }
  });
}

test('without reflection the calls name the protos', (t) => {
  const [write = '', read = ''] = commands(describeFirstKeys(keys, { ...start, reflection: false }));
  t.true(write.includes(' -import-path /opt/orgmeta/proto -proto orgmeta/v1/backend_metadata.proto '));
  t.true(read.includes(' -import-path /opt/orgmeta/proto -proto orgmeta/v1/frontend_metadata.proto '));
});
