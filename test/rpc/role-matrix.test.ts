import { fromJson, toBinary } from '@bufbuild/protobuf';
import test, { type ExecutionContext } from 'ava';
import { SignJWT, UnsecuredJWT } from 'jose';
import { createAuthenticator } from '../../src/auth/authenticate.js';
import { issueKey } from '../../src/auth/issue-key.js';
import { createTokenAuthenticator } from '../../src/auth/jwt/token-authenticator.js';
import type { TokenRules } from '../../src/auth/jwt/token-rules.js';
import { parseVerifyingKeys } from '../../src/auth/jwt/verifying-keys.js';
import { createKeySet } from '../../src/auth/key-set.js';
import { openStore } from '../../src/store/open-store.js';
import { createSigningKey, formatKeySet, signToken } from '../auth/jwt/issuer.js';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';
import type { Json, Rpc } from '../e2e/client.js';
import { readDescribedRpcs, type DescribedRpc } from './descriptor-rpcs.js';
import { connectRaw, frame, readReason, type RawConnection } from './raw-call.js';
import { serveStore } from './serve-store.js';

const OWN = 'org-own';
const FOREIGN = 'org-foreign';
const SECONDS = Math.floor(Date.now() / 1000);

const RPCS = readDescribedRpcs();
const SERVICES = ['grpc.health.v1.Health', 'orgmeta.v1.BackendMetadata', 'orgmeta.v1.FrontendMetadata'];

/** What a call comes to: a reason of refusal, or that the caller is let in, whatever the store says then. */
type Outcome = 'CREDENTIAL_MISSING' | 'CREDENTIAL_INVALID' | 'ROLE_NOT_ALLOWED' | 'ORGANIZATION_NOT_ALLOWED' | 'let in';

/** A caller as the contract knows it. */
type Standing = 'none' | 'anonymous' | 'refused' | `${'frontend' | 'backend'}${'' | ' scoped'}`;

const RULES: TokenRules = {
  issuer: 'https://issuer.example',
  audiences: ['orgmeta'],
  authorizedParties: ['app'],
  algorithms: ['RS256'],
  clockToleranceSeconds: 5,
  organizationClaim: 'org_id',
  backendClaim: { claim: 'orgmeta_role', value: 'backend' },
};

const signing = await createSigningKey('key-1');
const verifying = await parseVerifyingKeys(formatKeySet([signing]), RULES.algorithms);
const CLAIMS = { iss: RULES.issuer, sub: 'user_1', aud: 'orgmeta', azp: 'app', exp: SECONDS + 600 };
const BACKEND = { ...CLAIMS, orgmeta_role: 'backend' };

const revoked = issueKey({ role: 'backend' });
const keys = {
  frontend: issueKey({ role: 'frontend' }),
  frontendScoped: issueKey({ role: 'frontend', organizations: [OWN] }),
  backend: issueKey({ role: 'backend' }),
  backendScoped: issueKey({ role: 'backend', organizations: [OWN] }),
  expired: issueKey({ role: 'backend', expireTime: 1 }),
};

const token = (claims: Json) => signToken(signing, claims);

/** Every state that a credential can be in. A scoped one is so to `own`, which is {@link OWN} where it is left out. */
const CREDENTIALS: readonly { title: string; credential: string | undefined; standing: Standing; own?: string }[] = [
  { title: 'no credential', credential: undefined, standing: 'none' },
  { title: 'no credential where anonymous reads are allowed', credential: undefined, standing: 'anonymous' },
  { title: 'a frontend key', credential: keys.frontend.key, standing: 'frontend' },
  { title: 'a scoped frontend key', credential: keys.frontendScoped.key, standing: 'frontend scoped' },
  { title: 'a backend key', credential: keys.backend.key, standing: 'backend' },
  { title: 'a scoped backend key', credential: keys.backendScoped.key, standing: 'backend scoped' },
  { title: 'a revoked key', credential: revoked.key, standing: 'refused' },
  { title: 'an expired key', credential: keys.expired.key, standing: 'refused' },
  { title: 'a token', credential: await token(CLAIMS), standing: 'frontend' },
  {
    title: 'a token of an organization',
    credential: await token({ ...CLAIMS, org_id: OWN }),
    standing: 'frontend scoped',
  },
  {
    title: 'a token of an organization’s admin',
    credential: await token({ ...CLAIMS, org_id: OWN, role: 'admin', o: { id: OWN, rol: 'admin' } }),
    standing: 'frontend scoped',
  },
  { title: 'a backend token', credential: await token(BACKEND), standing: 'backend' },
  {
    title: 'a backend token of an organization',
    credential: await token({ ...BACKEND, org_id: OWN }),
    standing: 'backend scoped',
  },
  {
    title: 'a token of another organization',
    credential: await token({ ...CLAIMS, org_id: FOREIGN }),
    standing: 'frontend scoped',
    own: FOREIGN,
  },
  {
    title: 'a backend token of another organization',
    credential: await token({ ...BACKEND, org_id: FOREIGN }),
    standing: 'backend scoped',
    own: FOREIGN,
  },
  { title: 'an expired token', credential: await token({ ...BACKEND, exp: SECONDS - 60 }), standing: 'refused' },
  {
    title: 'a token without expiry',
    credential: await token({ ...BACKEND, exp: undefined }),
    standing: 'refused',
  },
  {
    title: 'a token of another issuer',
    credential: await token({ ...BACKEND, iss: 'https://x' }),
    standing: 'refused',
  },
  { title: 'a token for another audience', credential: await token({ ...BACKEND, aud: 'x' }), standing: 'refused' },
  { title: 'a token of another party', credential: await token({ ...BACKEND, azp: 'x' }), standing: 'refused' },
  { title: 'a token that is not signed', credential: new UnsecuredJWT(BACKEND).encode(), standing: 'refused' },
  {
    title: 'a token signed with the public key as a secret',
    credential: await new SignJWT(BACKEND)
      .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
      .sign(new TextEncoder().encode(JSON.stringify(signing.jwk))),
    standing: 'refused',
  },
  {
    title: 'a token signed with another key',
    credential: await signToken(await createSigningKey('key-1'), BACKEND),
    standing: 'refused',
  },
];

/** Says what the contract says. */
function expect({ service, method }: DescribedRpc, standing: Standing, isOwn: boolean): Outcome {
  if (service === 'grpc.health.v1.Health') return 'let in';
  const lists = method.name === 'ListOrganizationMembershipPublicMetadata';
  const frontend = service === 'orgmeta.v1.FrontendMetadata';
  switch (standing) {
    case 'none':
      return 'CREDENTIAL_MISSING';
    case 'anonymous':
      return frontend && !method.name.includes('Membership') ? 'let in' : 'CREDENTIAL_MISSING';
    case 'refused':
      return 'CREDENTIAL_INVALID';
    case 'frontend':
      return !frontend ? 'ROLE_NOT_ALLOWED' : lists ? 'ORGANIZATION_NOT_ALLOWED' : 'let in';
    case 'frontend scoped':
      if (!frontend) return 'ROLE_NOT_ALLOWED';
      return isOwn ? 'let in' : 'ORGANIZATION_NOT_ALLOWED';
    case 'backend':
      return 'let in';
    case 'backend scoped':
      // The listing of organizations names none: it holds the caller's only.
      return isOwn || method.name === 'ListOrganizationMetadata' ? 'let in' : 'ORGANIZATION_NOT_ALLOWED';
  }
}

async function serve(t: ExecutionContext, anonymousFrontend: boolean) {
  const store = await openStore({ dataDir: await makeTemporaryFolder(t) }, { onDamage: () => undefined });
  t.teardown(() => store.close());
  const known = createKeySet(Object.values(keys).map(({ stored }) => stored));
  const source = { current: () => verifying, refresh: () => Promise.resolve(), close: () => undefined };
  const authenticate = createAuthenticator({
    keys: () => known,
    authenticateToken: createTokenAuthenticator(source, RULES),
  });
  return serveStore(t, store, { authenticate, anonymousFrontend });
}

/** A request of any rpc about one organization, as its message is described. */
function requestOf({ method: { name, input } }: DescribedRpc, own: string, organizationId: string): Uint8Array {
  const keys = [{ organizationId, userId: 'user', invitationId: 'invitation' }];
  const ids = name.startsWith('List') ? { organizationId } : keys[0];
  const request = { ...ids, organizationIds: [own, organizationId], keys };
  return toBinary(input, fromJson(input, request, { ignoreUnknownFields: true }));
}

/** Calls an rpc, and says whether the caller was let in. */
async function call({ call }: RawConnection, path: string, credential: string | undefined, request: Uint8Array) {
  const stream = call(path, { authorization: credential && `Bearer ${credential}` });
  stream.end(frame(request));
  const { status, reason } = await readReason(stream);
  if (reason !== undefined && REFUSALS.test(reason)) return reason;
  // What the store says then, or that the service is well.
  return status === undefined || ['0', '5'].includes(status) ? 'let in' : `status ${status} ${String(reason)}`;
}

const REFUSALS = /^(CREDENTIAL|ROLE|ORGANIZATION_NOT_ALLOWED)/;

let cells = 0;

for (const { title, credential, standing, own = OWN } of CREDENTIALS) {
  test(`${title}: every rpc of the descriptor set is allowed or refused as the contract says`, async (t) => {
    const { address } = await serve(t, standing === 'anonymous');
    const connection = connectRaw(t, address);
    const wrong: string[] = [];
    for (const rpc of RPCS) {
      for (const organizationId of [OWN, FOREIGN]) {
        const expected = expect(rpc, standing, organizationId === own);
        const actual = await call(connection, rpc.path, credential, requestOf(rpc, own, organizationId));
        if (actual !== expected) wrong.push(`${rpc.path} of ${organizationId}: ${actual} and not ${expected}`);
        cells += 1;
      }
    }
    t.deepEqual(wrong, []);
  });
}

test.after('the matrix was whole', (t) => {
  t.log(`${RPCS.length} rpcs × ${CREDENTIALS.length} credentials × 2 organizations = ${cells} calls`);
  t.is(cells, RPCS.length * CREDENTIALS.length * 2);
});

test('the descriptor set has the rpcs of all services', (t) => {
  t.deepEqual([...new Set(RPCS.map(({ service }) => service))].sort(), SERVICES);
});

for (const { title, credential, own: organization = OWN } of CREDENTIALS.filter(
  ({ standing }) => standing === 'backend scoped',
)) {
  test(`${title}: what spans organizations holds its own alone`, async (t) => {
    const { client } = await serve(t, false);
    const backend = { key: keys.backend.key };
    for (const organizationId of [OWN, FOREIGN]) {
      await client.call('updateOrganizationMetadata', { organizationId, publicMetadata: {} }, backend);
      await client.call(
        'updateOrganizationMembershipMetadata',
        { organizationId, userId: 'both', publicMetadata: {} },
        backend,
      );
    }
    const own = { answer: { metadata: [{ organizationId: organization }], nextPageToken: '' } };
    const organizationsOf = async (rpc: Rpc, request: Json, key?: string) => {
      const outcome = await client.call(rpc, request, { key });
      return 'answer' in outcome
        ? (outcome.answer.metadata as Json[]).map(({ organizationId }) => organizationId)
        : outcome;
    };
    t.like(await client.call('listOrganizationMembershipMetadata', { userId: 'both' }, { key: credential }), own);
    t.deepEqual(await organizationsOf('listOrganizationMembershipMetadata', { userId: 'both' }, credential), [
      organization,
    ]);
    t.deepEqual(await organizationsOf('listOrganizationMetadata', {}, credential), [organization]);
    t.deepEqual(await organizationsOf('listOrganizationMembershipMetadata', { userId: 'both' }, keys.backend.key), [
      FOREIGN,
      OWN,
    ]);
  });
}

test('a new token that is verified while its message arrives loses none of its call', async (t) => {
  const { client } = await serve(t, false);
  const outcomes = await Promise.all(
    Array.from({ length: 100 }, async (_, index) => {
      const key = await token({ ...BACKEND, sub: `user_${index}` });
      const publicMetadata = { text: 'x'.repeat(8000) };
      return client.call('updateOrganizationMetadata', { organizationId: `org-${index}`, publicMetadata }, { key });
    }),
  );
  t.true(outcomes.every((outcome) => 'answer' in outcome));
});

test('a caller who gives up while its token is verified harms nobody', async (t) => {
  const store = await openStore({ dataDir: await makeTemporaryFolder(t) }, { onDamage: () => undefined });
  t.teardown(() => store.close());
  let release: () => void = () => undefined;
  const refreshed = new Promise<void>((resolve) => (release = resolve));
  const source = { current: () => undefined, refresh: () => refreshed, close: () => undefined };
  const known = createKeySet([keys.backend.stored]);
  const authenticate = createAuthenticator({
    keys: () => known,
    authenticateToken: createTokenAuthenticator(source, RULES),
  });
  const { client, log } = await serveStore(t, store, { authenticate });
  const request = ['getOrganizationMetadata', { organizationId: OWN }] as const;
  const late = await client.call(...request, { key: await token(BACKEND), deadline: Date.now() + 200 });
  t.like(late, { error: { code: 'DEADLINE_EXCEEDED' } });
  release();
  t.like(await client.call(...request, { key: keys.backend.key }), { error: { reason: 'METADATA_NOT_FOUND' } });
  t.notRegex(log(), /a bug/);
});
