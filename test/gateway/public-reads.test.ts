import { get } from 'node:http';
import test from 'ava';
import { startForClient, type ServiceForClient } from '../clients/start-for-client.js';
import { startGateway } from './start-gateway.js';
import { wholeFile } from './whole-file.js';

const ORIGIN = 'https://pages.example';
const CANARY = 'canary-private-7f3a';
const HARD = {
  '': 1,
  'a.b': { $set: [null, true, -1.5e-7, 123456789012345680000, 1e21, 0.1] },
  constructor: 'x',
  toJSON: '<script>"\\\u2028\u0000é😀',
  '2': 'two',
  '1': 'one',
};

let behind: ServiceForClient;
let url: string;
let output: () => string;

test.before(async () => {
  behind = await startForClient(wholeFile);
  const { organizations } = behind.backend;
  await organizations.updateOrganizationMetadata('org_1', {
    publicMetadata: HARD,
    privateMetadata: { secret: CANARY },
  });
  await organizations.updateOrganizationMetadata('org_2', { publicMetadata: { plan: 'free' } });
  const invitation = { organizationId: 'org_1', invitationId: 'inv_1', publicMetadata: { greeting: 'Welcome' } };
  await organizations.updateOrganizationInvitationMetadata(invitation);
  const membership = { organizationId: 'org_1', userId: 'user_1', publicMetadata: { title: 'CTO' } };
  await organizations.updateOrganizationMembershipMetadata({ ...membership, privateMetadata: { cost: CANARY } });
  const gateway = await startGateway(wholeFile, {
    ORGMETA_UPSTREAM: behind.service.address,
    ORGMETA_GATEWAY_KEY: behind.frontendKey,
    ORGMETA_GATEWAY_CORS_ORIGINS: ORIGIN,
    ORGMETA_GATEWAY_MAX_AGE_SECONDS: '60',
    ORGMETA_LOG_LEVEL: 'debug',
  });
  url = gateway.url;
  output = () => gateway.output();
});

const ORGANIZATION = '/v1/organizations/org_1/public-metadata';
const MEMBERSHIP = '/v1/organizations/org_1/memberships/user_1/public-metadata';
const own = () => ({ authorization: `Bearer ${behind.frontendKey}` });

interface ErrorBody {
  readonly errors: readonly { readonly code: string; readonly long_message: string; readonly meta: object }[];
}

test('an organization comes out as JSON, its metadata exactly as JSON.stringify writes it', async (t) => {
  const response = await fetch(url + ORGANIZATION);
  t.is(response.status, 200);
  t.is(response.headers.get('content-type'), 'application/json');
  const body = await response.text();
  const { publicMetadata, updateTime } = await behind.backend.frontend.getOrganizationPublicMetadata('org_1');
  t.deepEqual(publicMetadata, HARD);
  const time = updateTime.toISOString();
  const document = JSON.stringify(publicMetadata);
  t.is(body, `{"organization_id":"org_1","public_metadata":${document},"update_time":"${time}"}`);
});

test('an invitation and, with a credential, a membership come out with their ids', async (t) => {
  const invitation = await fetch(`${url}/v1/organizations/org_1/invitations/inv_1/public-metadata`);
  t.like(await invitation.json(), {
    organization_id: 'org_1',
    invitation_id: 'inv_1',
    public_metadata: { greeting: 'Welcome' },
  });
  const membership = await fetch(url + MEMBERSHIP, { headers: own() });
  t.like(await membership.json(), {
    organization_id: 'org_1',
    user_id: 'user_1',
    public_metadata: { title: 'CTO' },
  });
  t.is(membership.headers.get('cache-control'), 'private, no-store');
});

test('a batch has the records in the order of the request, and names what is missing', async (t) => {
  const query = ['org_2', 'org_9', 'org_1', 'org_2'].map((id) => `organization_id=${id}`).join('&');
  const response = await fetch(`${url}/v1/public-metadata?${query}`);
  const body = (await response.json()) as { data: { organization_id: string }[]; missing: string[] };
  t.deepEqual(
    body.data.map((record) => record.organization_id),
    ['org_2', 'org_1'],
  );
  t.deepEqual(body.missing, ['org_9']);
  const etag = response.headers.get('etag') ?? '';
  const again = await fetch(`${url}/v1/public-metadata?${query}`, { headers: { 'if-none-match': etag } });
  t.is(again.status, 304);
  const other = await fetch(`${url}/v1/public-metadata?organization_id=org_1`, { headers: { 'if-none-match': etag } });
  t.is(other.status, 200);
});

test('caches may keep what needed no credential of the visitor, and nothing else', async (t) => {
  const anonymous = await fetch(url + ORGANIZATION);
  t.is(anonymous.headers.get('cache-control'), 'public, max-age=60');
  t.is(anonymous.headers.get('vary'), 'Authorization, Origin');
  const withOwn = await fetch(url + ORGANIZATION, { headers: own() });
  t.is(withOwn.headers.get('cache-control'), 'private, no-store');
  const refused = await fetch(`${url}/v1/organizations/org_9/public-metadata`);
  t.is(refused.headers.get('cache-control'), 'no-store');
  for (const path of ['/openapi.json', '/healthz', '/readyz']) {
    t.is((await fetch(url + path)).headers.get('cache-control'), 'no-store');
  }
});

for (const { title, header, status } of [
  { title: 'the same ETag', header: (etag: string) => etag, status: 304 },
  { title: 'a weak one', header: (etag: string) => `W/${etag}`, status: 304 },
  { title: 'a list with it', header: (etag: string) => `"a,b", W/"c" ,${etag}`, status: 304 },
  { title: 'any', header: () => '*', status: 304 },
  { title: 'another', header: () => '"other"', status: 200 },
  { title: 'a part of it', header: (etag: string) => `${etag.slice(0, -2)}"`, status: 200 },
  { title: 'it without quotes', header: (etag: string) => etag.slice(1, -1), status: 200 },
]) {
  test(`If-None-Match with ${title} is answered with ${status}`, async (t) => {
    const etag = (await fetch(url + ORGANIZATION)).headers.get('etag') ?? '';
    t.regex(etag, /^"[!-~]+"$/);
    const response = await fetch(url + ORGANIZATION, { headers: { 'if-none-match': header(etag) } });
    t.is(response.status, status);
    t.is(response.headers.get('etag'), etag);
    t.is(response.headers.get('cache-control'), 'public, max-age=60');
    t.is((await response.text()) === '', status === 304);
  });
}

test('a public change makes another ETag, and a private one leaves it', async (t) => {
  const etag = async () => (await fetch(`${url}/v1/organizations/org_3/public-metadata`)).headers.get('etag');
  const { organizations } = behind.backend;
  await organizations.updateOrganizationMetadata('org_3', { publicMetadata: { n: 1 } });
  const first = await etag();
  await organizations.updateOrganizationMetadata('org_3', { privateMetadata: { n: 1 } });
  t.is(await etag(), first);
  await organizations.updateOrganizationMetadata('org_3', { publicMetadata: { n: 2 } });
  t.not(await etag(), first);
});

test('HEAD answers as GET does, without a body', async (t) => {
  const response = await fetch(url + ORGANIZATION, { method: 'HEAD' });
  t.is(response.status, 200);
  t.is(response.headers.get('etag'), (await fetch(url + ORGANIZATION)).headers.get('etag'));
  t.is(await response.text(), '');
});

test('a page of a configured origin is let read, and one of another is not', async (t) => {
  const allowed = await fetch(url + ORGANIZATION, { headers: { origin: ORIGIN } });
  t.is(allowed.headers.get('access-control-allow-origin'), ORIGIN);
  t.regex(allowed.headers.get('access-control-expose-headers') ?? '', /ETag/);
  const missing = await fetch(`${url}/v1/organizations/org_9/public-metadata`, { headers: { origin: ORIGIN } });
  t.is(missing.status, 404);
  t.is(missing.headers.get('access-control-allow-origin'), ORIGIN);
  t.is(missing.headers.get('vary'), 'Origin');
  const other = await fetch(url + ORGANIZATION, { headers: { origin: 'https://other.example' } });
  t.is(other.headers.get('access-control-allow-origin'), null);
  const headers = { origin: ORIGIN, 'access-control-request-method': 'GET' };
  const preflight = await fetch(url + ORGANIZATION, { method: 'OPTIONS', headers });
  t.is(preflight.status, 204);
  t.is(preflight.headers.get('access-control-allow-methods'), 'GET,HEAD');
  t.is(preflight.headers.get('access-control-allow-headers'), 'Authorization,If-None-Match');
});

test('OPTIONS names the methods, and another method is refused with them', async (t) => {
  const options = await fetch(url + ORGANIZATION, { method: 'OPTIONS' });
  t.is(options.status, 204);
  t.is(options.headers.get('allow'), 'GET, HEAD, OPTIONS');
  const refused = await fetch(url + ORGANIZATION, { method: 'DELETE' });
  t.is(refused.status, 405);
  t.is(refused.headers.get('allow'), 'GET, HEAD, OPTIONS');
  t.is(((await refused.json()) as ErrorBody).errors[0]?.code, 'method_not_allowed');
});

const batchOf = (count: number) => Array.from({ length: count }, (_, at) => `organization_id=o${at}`).join('&');

for (const { title, path, headers, status, code } of [
  { title: 'nothing there', path: '/v1/users', status: 404, code: 'resource_not_found' },
  {
    title: 'no public metadata',
    path: '/v1/organizations/org_9/public-metadata',
    status: 404,
    code: 'resource_not_found',
  },
  { title: 'a membership without a credential', path: MEMBERSHIP, status: 401, code: 'authentication_invalid' },
  {
    title: 'an unknown credential',
    path: ORGANIZATION,
    headers: { authorization: 'Bearer om_pk_nobody' },
    status: 401,
    code: 'authentication_invalid',
  },
  {
    title: 'a header that gRPC can not carry',
    path: ORGANIZATION,
    headers: { authorization: 'Bearer \u00e9' },
    status: 401,
    code: 'authentication_invalid',
  },
  {
    title: 'an encoded slash in an id',
    path: '/v1/organizations/org%2F1/public-metadata',
    status: 400,
    code: 'form_param_format_invalid',
  },
  {
    title: 'an id that is not ASCII',
    path: '/v1/organizations/%C3%A9/public-metadata',
    status: 400,
    code: 'form_param_format_invalid',
  },
  { title: 'a batch of none', path: '/v1/public-metadata', status: 400, code: 'form_param_format_invalid' },
  {
    title: 'a batch of 101',
    path: `/v1/public-metadata?${batchOf(101)}`,
    status: 400,
    code: 'form_param_format_invalid',
  },
]) {
  test(`${title} is answered with ${status} in the shape of Clerk’s errors`, async (t) => {
    const response = await fetch(url + path, { headers: headers ?? {} });
    t.is(response.status, status);
    t.is(response.headers.get('content-type'), 'application/json');
    t.is(response.headers.get('www-authenticate'), status === 401 ? 'Bearer' : null);
    const [error] = ((await response.json()) as ErrorBody).errors;
    t.deepEqual(Object.keys(error ?? {}), ['code', 'message', 'long_message', 'meta']);
    t.is(error?.code, code);
  });
}

test('an id of a batch that none can be is called by the name of the parameter', async (t) => {
  const response = await fetch(`${url}/v1/public-metadata?organization_id=org_1&organization_id=a%2Fb`);
  const [error] = ((await response.json()) as ErrorBody).errors;
  t.deepEqual(error?.meta, { param_name: 'organization_id' });
  t.regex(error?.long_message ?? '', /^organization_id may hold only/);
});

test('a host that is none is answered with 400', async (t) => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    get(url + ORGANIZATION, { headers: { host: 'a b' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
  t.is(status, 400);
});

test('a batch of a hundred long ids fits into a request', async (t) => {
  const ids = Array.from({ length: 100 }, (_, at) => `${at}-`.padEnd(128, '~'));
  const query = ids.map((id) => `organization_id=${id.replaceAll('~', '%7E')}`).join('&');
  const response = await fetch(`${url}/v1/public-metadata?${query}`);
  t.deepEqual(await response.json(), { data: [], missing: ids });
});

test('the log names routes and no ids, keys, queries or metadata', async (t) => {
  await fetch(`${url}/v1/organizations/org_secret_id/public-metadata?token=query_secret`, { headers: own() });
  await fetch(`${url}/v1/org_secret_id`);
  await fetch(url + ORGANIZATION);
  while (!output().includes('"status":200')) await new Promise((resolve) => setImmediate(resolve));
  const text = output();
  t.regex(text, /"route":"\/v1\/organizations\/:organization_id\/public-metadata","status":404/);
  t.notRegex(text, /org_secret_id|query_secret|om_pk_|om_sk_|constructor/);
  t.false(text.includes(CANARY));
});

test('the gateway is alive and ready', async (t) => {
  t.is((await fetch(`${url}/healthz`)).status, 200);
  t.is((await fetch(`${url}/readyz`)).status, 200);
});
