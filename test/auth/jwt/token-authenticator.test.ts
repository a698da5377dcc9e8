import { generateKeyPairSync } from 'node:crypto';
import test, { type ExecutionContext } from 'ava';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import type { Caller } from '../../../src/auth/caller.js';
import { looksLikeToken } from '../../../src/auth/jwt/looks-like-token.js';
import { createTokenAuthenticator } from '../../../src/auth/jwt/token-authenticator.js';
import type { TokenRules } from '../../../src/auth/jwt/token-rules.js';
import { parseVerifyingKeys, type VerifyingKeys } from '../../../src/auth/jwt/verifying-keys.js';
import { OrgmetaError } from '../../../src/domain/errors.js';
import { createSigningKey, formatKeySet, signToken, type SigningKey } from './issuer.js';
import { auth0, clerk, providers, workos } from './provider-tokens.js';

const NOW = Date.UTC(2026, 0, 1);
const SECONDS = NOW / 1000;
const key = await createSigningKey('key-1');
const stranger = await createSigningKey('key-1');
const GOOD = workos.claims(NOW);

async function authenticatorOf(rules: Partial<TokenRules> = {}, keys: readonly SigningKey[] = [key], now = () => NOW) {
  const all = { ...workos.rules, ...rules };
  const known = await parseVerifyingKeys(formatKeySet(keys), all.algorithms);
  return createTokenAuthenticator(
    sourceOf(() => known),
    all,
    now,
  );
}

function sourceOf(current: () => VerifyingKeys | undefined) {
  return { current, refresh: () => Promise.resolve(), close: () => undefined };
}

/** Expects a refusal, which says nothing of the token. */
async function refuses(
  t: ExecutionContext,
  authenticate: (token: string) => Caller | Promise<Caller>,
  token: string,
  message: RegExp,
): Promise<void> {
  const error = await t.throwsAsync(async () => authenticate(token), { instanceOf: OrgmetaError, message });
  t.is(error.reason, 'CREDENTIAL_INVALID');
  t.deepEqual(error.metadata, {});
  t.is(error.cause, undefined, 'the log would hold what the cause holds');
  for (const part of token.split('.').filter(({ length }) => length > 8))
    t.false(error.message.includes(part.slice(0, 8)));
}

for (const { name, rules, claims, withoutOrganization } of providers) {
  test(`a user’s token of ${name} is a frontend of its organization, whatever the user’s role there`, async (t) => {
    const authenticate = await authenticatorOf(rules);
    const caller = await authenticate(await signToken(key, claims(NOW)));
    t.like(caller, { role: 'frontend', organizations: new Set(['org_own']) });
    t.regex(caller.credentialId, /^jwt:[0-9a-f]{16}$/);
  });

  test(`a user’s token of ${name} without an organization is a frontend that is not restricted`, async (t) => {
    const authenticate = await authenticatorOf(rules);
    const caller = await authenticate(await signToken(key, withoutOrganization(NOW)));
    t.like(caller, { role: 'frontend', organizations: undefined });
  });
}

test('callers are told apart in the log by issuer and subject, and by nothing else', async (t) => {
  const authenticate = await authenticatorOf();
  const name = async (claims: object) => (await authenticate(await signToken(key, { ...claims }))).credentialId;
  const first = await name(GOOD);
  t.is(await name({ ...GOOD, sid: 'another', exp: SECONDS + 90 }), first);
  t.not(await name({ ...GOOD, sub: 'user_other' }), first);
});

for (const { title, rules, claims, expected } of [
  { title: 'a text', rules: 'orgmeta_role', claims: { orgmeta_role: 'backend' }, expected: 'backend' },
  { title: 'in a list', rules: 'permissions', claims: { permissions: ['read', 'backend'] }, expected: 'backend' },
  { title: 'deeper', rules: 'meta.roles', claims: { meta: { roles: ['backend'] } }, expected: 'backend' },
  {
    title: 'a URL',
    rules: 'https://a.example/role',
    claims: { 'https://a.example/role': 'backend' },
    expected: 'backend',
  },
  { title: 'another text', rules: 'orgmeta_role', claims: { orgmeta_role: 'backends' }, expected: 'frontend' },
  { title: 'missing', rules: 'orgmeta_role', claims: {}, expected: 'frontend' },
  { title: 'an inherited name', rules: 'constructor', claims: {}, expected: 'frontend' },
]) {
  test(`where the backend claim is ${title}, the role is ${expected}`, async (t) => {
    const authenticate = await authenticatorOf({ backendClaim: { claim: rules, value: 'backend' } });
    const { org_id: _organization, ...unscoped } = GOOD;
    t.like(await authenticate(await signToken(key, { ...unscoped, ...claims })), {
      role: expected as Caller['role'],
      organizations: undefined,
    });
    t.like(await authenticate(await signToken(key, { ...GOOD, ...claims })), {
      role: expected as Caller['role'],
      organizations: new Set(['org_own']),
    });
  });
}

for (const { title, claims, message } of [
  { title: 'has expired', claims: { exp: SECONDS - 5 }, message: /has expired/ },
  { title: 'has no exp', claims: { exp: undefined }, message: /\(exp\)/ },
  { title: 'has a text for exp', claims: { exp: '9999999999' }, message: /\(exp\)/ },
  { title: 'is not valid yet', claims: { nbf: SECONDS + 6 }, message: /not valid yet/ },
  { title: 'is of another issuer', claims: { iss: 'https://evil.example' }, message: /\(iss\)/ },
  { title: 'is of an issuer with one slash more', claims: { iss: `${workos.rules.issuer}/` }, message: /\(iss\)/ },
  { title: 'has no issuer', claims: { iss: undefined }, message: /\(iss\)/ },
  { title: 'has a number for its organization', claims: { org_id: 7 }, message: /claim org_id of a wrong type/ },
  {
    title: 'has a list for its organization',
    claims: { org_id: ['org_own'] },
    message: /claim org_id of a wrong type/,
  },
  { title: 'has an empty organization', claims: { org_id: '' }, message: /claim org_id of a wrong type/ },
  { title: 'has an object for its role', claims: { orgmeta_role: {} }, message: /claim orgmeta_role of a wrong type/ },
  { title: 'has a subject that is no text', claims: { sub: 7 }, message: /claim sub/ },
  { title: 'is of a pending session', claims: { sts: 'pending' }, message: /pending/ },
]) {
  test(`a token is refused that ${title}`, async (t) => {
    const authenticate = await authenticatorOf({ backendClaim: { claim: 'orgmeta_role', value: 'backend' } });
    await refuses(t, authenticate, await signToken(key, { ...GOOD, ...claims }), message);
  });
}

test('an organization that is null is none, and a way to it through a text is a wrong type', async (t) => {
  const authenticate = await authenticatorOf(clerk.rules);
  const token = (o: unknown) => signToken(key, { ...clerk.claims(NOW), o });
  t.is((await authenticate(await token(null))).organizations, undefined);
  t.is(
    (await authenticate(await signToken(key, { ...clerk.claims(NOW), o: undefined, org_id: null }))).organizations,
    undefined,
  );
  await refuses(t, authenticate, await token('org_own'), /claim o.id of a wrong type/);
});

for (const { title, rules, claims, message } of [
  {
    title: 'of version 1 where version 2 is expected',
    rules: clerk.rules,
    claims: { org_id: 'org_own' },
    message: /has a claim org_id.*o\.id/,
  },
  {
    title: 'of version 2 where version 1 is expected',
    rules: workos.rules,
    claims: { o: { id: 'org_own' } },
    message: /has a claim o,.*org_id/,
  },
  { title: 'with an empty o', rules: clerk.rules, claims: { o: {} }, message: /has a claim o,.*o\.id/ },
  { title: 'whose o has a null id', rules: clerk.rules, claims: { o: { id: null } }, message: /has a claim o,.*o\.id/ },
]) {
  test(`a token ${title} is refused: it would be valid for all organizations`, async (t) => {
    const backendClaim = { claim: 'orgmeta_role', value: 'backend' };
    const unscoped = { ...GOOD, iss: rules.issuer, azp: rules.authorizedParties?.[0], org_id: undefined };
    const authenticate = await authenticatorOf({ ...rules, backendClaim });
    t.is((await authenticate(await signToken(key, unscoped))).role, 'frontend', 'so it is the claim that matters');
    await refuses(t, authenticate, await signToken(key, { ...unscoped, ...claims }), message);
    await refuses(t, authenticate, await signToken(key, { ...unscoped, ...claims, orgmeta_role: 'backend' }), message);
  });
}

test('the clock tolerance reaches to both sides', async (t) => {
  const authenticate = await authenticatorOf();
  t.is((await authenticate(await signToken(key, { ...GOOD, exp: SECONDS - 4 }))).role, 'frontend');
  t.is((await authenticate(await signToken(key, { ...GOOD, nbf: SECONDS + 5 }))).role, 'frontend');
});

test('where an audience is set, a token must have it', async (t) => {
  const authenticate = await authenticatorOf(auth0.rules);
  const claims = auth0.claims(NOW);
  await refuses(t, authenticate, await signToken(key, { ...claims, aud: 'https://other.example' }), /\(aud\)/);
  await refuses(t, authenticate, await signToken(key, { ...claims, aud: undefined }), /\(aud\)/);
  t.is((await authenticate(await signToken(key, { ...claims, aud: 'https://orgmeta.example.com' }))).role, 'frontend');
});

test('where parties are set, a token must have been issued to one', async (t) => {
  const authenticate = await authenticatorOf(clerk.rules);
  const claims = clerk.claims(NOW);
  await refuses(t, authenticate, await signToken(key, { ...claims, azp: 'https://evil.example' }), /\(azp\)/);
  const { azp: _party, ...without } = claims;
  await refuses(t, authenticate, await signToken(key, without), /\(azp\)/);
});

test('a token that is not signed is refused', async (t) => {
  const token = new UnsecuredJWT(GOOD).encode();
  t.true(looksLikeToken(token));
  await refuses(t, await authenticatorOf(), token, /algorithm/);
});

test('a token that is signed with the public key as a shared secret is refused', async (t) => {
  const authenticate = await authenticatorOf();
  for (const secret of [JSON.stringify(key.jwk), key.jwk.n ?? '', await pemOf(key)]) {
    const token = await new SignJWT(GOOD)
      .setProtectedHeader({ alg: 'HS256', kid: key.kid })
      .sign(new TextEncoder().encode(secret));
    await refuses(t, authenticate, token, /algorithm/);
  }
});

async function pemOf({ jwk }: SigningKey): Promise<string> {
  return exportSPKI((await importJWK(jwk, 'RS256', { extractable: true })) as never);
}

test('an algorithm that is not pinned is refused, though the key would do', async (t) => {
  const jwk = { ...key.jwk, alg: undefined } as never;
  const token = await signToken({ ...key, jwk }, GOOD);
  const pss = await createSigningKey('key-1', 'PS256');
  await refuses(t, await authenticatorOf({ algorithms: ['ES256'] }, [{ ...key, jwk }]), token, /algorithm/);
  await refuses(t, await authenticatorOf(), await signToken(pss, GOOD), /algorithm/);
});

for (const algorithm of ['PS256', 'ES256', 'ES512', 'EdDSA'] as const) {
  test(`a token in ${algorithm} is taken where that is pinned`, async (t) => {
    const signing = await createSigningKey('other', algorithm);
    const authenticate = await authenticatorOf({ algorithms: ['RS256', algorithm] }, [key, signing]);
    t.is((await authenticate(await signToken(signing, GOOD))).role, 'frontend');
    t.is((await authenticate(await signToken(key, GOOD))).role, 'frontend');
  });
}

for (const [name, value] of Object.entries({
  jwk: stranger.jwk,
  jku: 'https://evil.example/jwks.json',
  x5u: 'https://evil.example/cert.pem',
  x5c: ['MIIB'],
  crit: ['extension'],
})) {
  test(`the header ${name} is refused, also in a token that is signed as it should be`, async (t) => {
    const authenticate = await authenticatorOf();
    const header = { [name]: value, ...(name === 'crit' && { extension: true }) };
    for (const signing of [key, stranger]) {
      await refuses(t, authenticate, await signToken(signing, GOOD, header), new RegExp(`header ${name}`));
    }
  });
}

test('a signature that is another’s, changed or missing is refused', async (t) => {
  const authenticate = await authenticatorOf();
  await refuses(t, authenticate, await signToken(stranger, GOOD), /signature/);
  const token = await signToken(key, GOOD);
  const [header = '', , signature = ''] = token.split('.');
  const payload = Buffer.from(JSON.stringify({ ...GOOD, org_id: 'org_other' })).toString('base64url');
  await refuses(t, authenticate, `${header}.${payload}.${signature}`, /signature/);
  await refuses(t, authenticate, token.slice(0, token.lastIndexOf('.') + 1), /signature|malformed/);
});

test('what only looks like a token is refused as malformed', async (t) => {
  const authenticate = await authenticatorOf();
  for (const token of ['a.b.c', 'e30.e30.e30', `${'A'.repeat(2000)}.B.C`]) {
    await refuses(t, authenticate, token, /malformed|algorithm/);
  }
});

test('a key that is weak, private or for encryption verifies nothing', async (t) => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  t.is(privateKey.type, 'private');
  const weak = { ...publicKey.export({ format: 'jwk' }), kid: 'weak' };
  const pair = await generateKeyPair('RS256', { extractable: true });
  const keys = [
    weak,
    { ...(await exportJWK(pair.privateKey)), kid: 'private' },
    { ...key.jwk, kid: 'encryption', use: 'enc' },
    { ...key.jwk, kid: 'operations', key_ops: ['encrypt'] },
    { ...key.jwk, kid: 'algorithm', alg: 'RS512' },
    { kty: 'RSA', n: '!', e: 'AQAB', kid: 'broken' },
    { kty: 'oct', k: 'c2VjcmV0', kid: 'secret' },
    { ...key.jwk, kid: 7 },
    null,
    key.jwk,
  ];
  const set = await parseVerifyingKeys(JSON.stringify({ keys }), ['RS256']);
  t.is(set.size, 1);
  for (const kid of ['weak', 'private', 'encryption', 'operations', 'algorithm', 'broken', 'secret']) {
    t.is(set.find('RS256', kid), undefined, kid);
  }
  t.not(set.find('RS256', 'key-1'), undefined);
});

test('a token that names no key is verified with the only one that fits', async (t) => {
  const token = await signToken(key, GOOD, { kid: undefined });
  t.is((await (await authenticatorOf())(token)).role, 'frontend');
  const two = await authenticatorOf({}, [key, await createSigningKey('key-2')]);
  await refuses(t, two, token, /key that is not known/);
});

test('before any keys could be read, a refusal says so', async (t) => {
  const authenticate = createTokenAuthenticator(
    sourceOf(() => undefined),
    workos.rules,
    () => NOW,
  );
  await refuses(t, authenticate, await signToken(key, GOOD), /could not be read so far/);
});

test('a token is remembered until it expires, and no longer', async (t) => {
  let now = NOW;
  const authenticate = await authenticatorOf({}, [key], () => now);
  const token = await signToken(key, { ...GOOD, exp: SECONDS + 60 });
  const first = authenticate(token);
  t.true(first instanceof Promise);
  t.is(authenticate(token) instanceof Promise, true, 'it is not remembered before it was verified');
  const caller = await first;
  t.is(authenticate(token), caller, 'a remembered one is told at once');
  now = (SECONDS + 60 + 5) * 1000 - 1;
  t.is(authenticate(token), caller);
  now += 1;
  await refuses(t, authenticate, token, /has expired/);
});

test('a token of a key that has left the set is refused, though it was remembered', async (t) => {
  let known = await parseVerifyingKeys(formatKeySet([key]), ['RS256']);
  const authenticate = createTokenAuthenticator(
    sourceOf(() => known),
    workos.rules,
    () => NOW,
  );
  const token = await signToken(key, GOOD);
  t.is((await authenticate(token)).role, 'frontend');
  known = await parseVerifyingKeys(formatKeySet([await createSigningKey('key-2')]), ['RS256']);
  await refuses(t, authenticate, token, /key that is not known/);
  known = await parseVerifyingKeys(formatKeySet([stranger]), ['RS256']);
  await refuses(t, authenticate, token, /signature/);
});

test('no refused token is remembered', async (t) => {
  const authenticate = await authenticatorOf();
  const token = await signToken(stranger, GOOD);
  for (let time = 0; time < 3; time += 1) await refuses(t, authenticate, token, /signature/);
});
