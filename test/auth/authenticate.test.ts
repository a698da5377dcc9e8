import test, { type ExecutionContext } from 'ava';
import { createApiKey } from '../../src/auth/api-key.js';
import { createApiKeyAuthenticator } from '../../src/auth/authenticate.js';
import { issueKey } from '../../src/auth/issue-key.js';
import { createKeySet } from '../../src/auth/key-set.js';
import { OrgmetaError } from '../../src/domain/errors.js';

const NOW = Date.UTC(2026, 0, 1);
const backend = issueKey({ role: 'backend' });
const frontend = issueKey({ role: 'frontend', organizations: ['org_1', 'org_2'] });
const expiring = issueKey({ role: 'backend', expireTime: NOW });
const known = createKeySet([backend.stored, frontend.stored, expiring.stored]);
const authenticate = createApiKeyAuthenticator(
  () => known,
  () => NOW - 1,
);

/** Expects a refusal, and returns its message. */
function refusal(t: ExecutionContext, authorization: string, use = authenticate): string {
  const error = t.throws(() => use(authorization), { instanceOf: OrgmetaError });
  t.is(error.reason, 'CREDENTIAL_INVALID');
  t.deepEqual(error.metadata, {});
  return error.message;
}

test('a backend key makes a backend caller that is named by the id of the key', (t) => {
  t.deepEqual(authenticate(`Bearer ${backend.key}`), {
    role: 'backend',
    organizations: undefined,
    credentialId: backend.stored.id,
  });
});

test('a scoped frontend key makes a frontend caller of its organizations', (t) => {
  t.deepEqual(authenticate(`Bearer ${frontend.key}`), {
    role: 'frontend',
    organizations: new Set(['org_1', 'org_2']),
    credentialId: frontend.stored.id,
  });
});

test('the scheme is read in any case, and more than one space is no harm', (t) => {
  for (const scheme of ['bearer', 'BEARER', 'bEaReR ']) {
    t.is(authenticate(`${scheme} ${backend.key} `).credentialId, backend.stored.id);
  }
});

for (const authorization of [
  '',
  'Bearer',
  'Bearer ',
  `Basic ${backend.key}`,
  backend.key,
  `Bearer${backend.key}`,
  `Bearer ${backend.key} ${backend.key}`,
  `Bearer ${backend.key},Bearer ${backend.key}`.replace(',', ', '),
  'Bearer клю́ч',
]) {
  test(`the header ${JSON.stringify(authorization.replaceAll(backend.key, '<key>'))} is malformed`, (t) => {
    t.regex(refusal(t, authorization), /header is malformed/);
  });
}

test('a mistyped key is told from an unknown one', (t) => {
  const typed = backend.key.slice(0, -1) + (backend.key.endsWith('0') ? '1' : '0');
  t.regex(refusal(t, `Bearer ${typed}`), /mistyped/);
  t.regex(refusal(t, `Bearer ${backend.key.slice(0, 40)}`), /mistyped/);
  t.regex(refusal(t, `Bearer ${createApiKey('backend')}`), /unknown or was revoked/);
});

test('the prefix of the other role on a known key is told as mistyped', (t) => {
  t.regex(refusal(t, `Bearer ${frontend.key.replace('om_pk_', 'om_sk_')}`), /mistyped/);
});

test('a credential that is no API key is told as such', (t) => {
  t.regex(refusal(t, 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln'), /not an API key/);
});

test('a key is good until the very moment that it expires', (t) => {
  t.is(authenticate(`Bearer ${expiring.key}`).credentialId, expiring.stored.id);
  const later = createApiKeyAuthenticator(
    () => known,
    () => NOW,
  );
  t.regex(refusal(t, `Bearer ${expiring.key}`, later), /expired/);
  t.is(later(`Bearer ${backend.key}`).credentialId, backend.stored.id);
});

test('a revoked key is refused at the next call, with the same message as one that never was', (t) => {
  let keys = known;
  const live = createApiKeyAuthenticator(() => keys);
  t.is(live(`Bearer ${backend.key}`).role, 'backend');
  keys = createKeySet([frontend.stored]);
  t.is(refusal(t, `Bearer ${backend.key}`, live), refusal(t, `Bearer ${createApiKey('backend')}`, live));
});

test('a stored role that the prefix of the key contradicts is refused', (t) => {
  const raised = createKeySet([{ ...frontend.stored, role: 'backend' }]);
  t.regex(
    refusal(
      t,
      `Bearer ${frontend.key}`,
      createApiKeyAuthenticator(() => raised),
    ),
    /unknown/,
  );
});

test('no refusal repeats any part of the credential', (t) => {
  const secret = 'Sup3rS3cr3tT0k3n';
  for (const authorization of [
    `Bearer ${secret}`,
    `Basic ${secret}`,
    `Bearer om_sk_${secret}`,
    `Bearer ${secret} ${secret}`,
    `Bearer ${createApiKey('backend')}`,
  ]) {
    const message = refusal(t, authorization);
    const credential = authorization.split(' ')[1] ?? '';
    for (let at = 6; at + 8 <= credential.length; at += 1) t.false(message.includes(credential.slice(at, at + 8)));
  }
});

test('two keys whose hashes begin alike are told apart', (t) => {
  const twin = issueKey({ role: 'backend' });
  const digest = Buffer.from(twin.stored.digest);
  backend.stored.digest.copy(digest, 0, 0, 4);
  const set = createKeySet([{ ...twin.stored, digest }, backend.stored]);
  t.is(set.size, 2);
  t.is(set.find(backend.stored.digest)?.key.id, backend.stored.id);
  t.is(set.find(digest)?.key.id, twin.stored.id);
});
