import { createClerkClient } from '@clerk/backend';
import { isClerkAPIResponseError } from '@clerk/backend/errors';
import test from 'ava';
import { startForClient, type ServiceForClient } from '../clients/start-for-client.js';
import { startGateway } from './start-gateway.js';
import { wholeFile } from './whole-file.js';

type Clerk = ReturnType<typeof createClerkClient>;

let behind: ServiceForClient;
let url: string;
let clerk: Clerk;

test.before(async () => {
  behind = await startForClient(wholeFile);
  ({ url } = await startGateway(wholeFile, { ORGMETA_UPSTREAM: behind.service.address }));
  clerk = makeClerk(behind.backendKey);
});

function makeClerk(secretKey: string, apiUrl = url): Clerk {
  return createClerkClient({ secretKey, apiUrl, telemetry: { disabled: true } });
}

/** Keys that something on the way might change, drop or take for its own. */
const HARD = {
  camelCase: { innerCamel: [{ deepCamel: 1 }] },
  snake_case: null,
  'a.b': { $set: [null, true, -1.5e-7, 123456789012345680000] },
  '': 1,
  constructor: 'x',
  toJSON: 'y',
  data: [],
  object: 'organization',
  deleted: true,
  '1': '<\u2028é😀',
};

const WITHOUT_NULL: Record<string, unknown> = { ...HARD };
delete WITHOUT_NULL.snake_case;

test('metadata of an organization is merged as Clerk’s page writes it', async (t) => {
  const first = await clerk.organizations.updateOrganizationMetadata('merge', {
    publicMetadata: { example: 'metadata', nested: { keep: 1, drop: 2 } },
  });
  t.is(first.id, 'merge');
  t.true(Math.abs(first.createdAt - Date.now()) < 60_000);
  const second = await clerk.organizations.updateOrganizationMetadata('merge', {
    publicMetadata: { nested: { drop: null, add: [1] } },
    privateMetadata: { stripe: 'cus_1' },
  });
  t.deepEqual(second.publicMetadata, { example: 'metadata', nested: { keep: 1, add: [1] } });
  t.deepEqual(second.privateMetadata, { stripe: 'cus_1' });
  const read = await clerk.organizations.getOrganization({ organizationId: 'merge' });
  t.deepEqual(read.raw, second.raw);
});

test('metadata of an organization is replaced, each document by itself', async (t) => {
  await clerk.organizations.updateOrganizationMetadata('replace', {
    publicMetadata: { old: 1 },
    privateMetadata: { kept: 1 },
  });
  const replaced = await clerk.organizations.replaceOrganizationMetadata('replace', { publicMetadata: HARD });
  t.deepEqual(replaced.publicMetadata, HARD);
  t.deepEqual(replaced.privateMetadata, { kept: 1 });
  const cleared = await clerk.organizations.replaceOrganizationMetadata('replace', { publicMetadata: {} });
  t.deepEqual([cleared.publicMetadata, cleared.privateMetadata], [{}, { kept: 1 }]);
});

test('an update with nothing in it changes nothing', async (t) => {
  const before = await clerk.organizations.updateOrganizationMetadata('nothing', { publicMetadata: { a: 1 } });
  const after = await clerk.organizations.updateOrganizationMetadata('nothing', {});
  t.deepEqual(after.raw, before.raw);
});

test('keys in metadata are left as they are, to the service and back', async (t) => {
  const organization = await clerk.organizations.updateOrganizationMetadata('hard', {
    publicMetadata: HARD,
    privateMetadata: HARD,
  });
  t.deepEqual(organization.publicMetadata, WITHOUT_NULL);
  t.deepEqual(organization.privateMetadata, WITHOUT_NULL);
  const stored = await behind.backend.organizations.getOrganizationMetadata('hard');
  t.deepEqual(stored.publicMetadata, WITHOUT_NULL as object);
  const membership = await clerk.organizations.updateOrganizationMembershipMetadata({
    organizationId: 'hard',
    userId: 'user',
    publicMetadata: HARD,
  });
  t.deepEqual(membership.publicMetadata, WITHOUT_NULL);
  t.deepEqual(membership.organization.publicMetadata, WITHOUT_NULL);
  const created = await createInvitation('hard', HARD);
  t.deepEqual(created.publicMetadata, HARD);
});

test('metadata of a membership is merged, and comes with its organization and user', async (t) => {
  await clerk.organizations.updateOrganizationMetadata('member', { publicMetadata: { plan: 'pro' } });
  const ids = { organizationId: 'member', userId: 'user_1' };
  await clerk.organizations.updateOrganizationMembershipMetadata({ ...ids, publicMetadata: { title: 'CTO', old: 1 } });
  const membership = await clerk.organizations.updateOrganizationMembershipMetadata({
    ...ids,
    publicMetadata: { old: null },
    privateMetadata: { cost: 1 },
  });
  t.deepEqual([membership.publicMetadata, membership.privateMetadata], [{ title: 'CTO' }, { cost: 1 }]);
  t.is(membership.publicUserData?.userId, 'user_1');
  t.is(membership.organization.id, 'member');
  t.deepEqual(membership.organization.publicMetadata, { plan: 'pro' });
});

test('a membership whose organization has no record comes with an organization that has no metadata', async (t) => {
  const membership = await clerk.organizations.updateOrganizationMembershipMetadata({
    organizationId: 'bare',
    userId: 'user_1',
    publicMetadata: { a: 1 },
  });
  t.like(membership.organization, { id: 'bare', publicMetadata: {}, createdAt: 0 });
});

function createInvitation(organizationId: string, publicMetadata?: OrganizationInvitationPublicMetadata) {
  return clerk.organizations.createOrganizationInvitation({
    organizationId,
    inviterUserId: 'user_1',
    emailAddress: 'testclerk123@example.com',
    role: 'org:member',
    redirectUrl: 'https://example.com/welcome',
    ...(publicMetadata !== undefined && { publicMetadata }),
  });
}

test('an invitation is created with its public metadata, read, and accepted', async (t) => {
  const created = await createInvitation('invite', { greeting: 'Welcome', none: null });
  t.regex(created.id, /^orginv_[0-9a-f]{32}$/);
  t.deepEqual(created.publicMetadata, { greeting: 'Welcome', none: null });
  t.is(created.status, 'pending');
  const ids = { organizationId: 'invite', invitationId: created.id };
  t.deepEqual((await clerk.organizations.getOrganizationInvitation(ids)).raw, created.raw);
  await behind.backend.organizations.acceptOrganizationInvitation({ ...ids, userId: 'user_9' });
  const accepted = await clerk.organizations.getOrganizationInvitation(ids);
  t.like(accepted.raw, { status: 'accepted', user_id: 'user_9' });
});

test('an invitation without metadata is there to be read', async (t) => {
  const { id } = await createInvitation('invite-empty');
  const read = await clerk.organizations.getOrganizationInvitation({
    organizationId: 'invite-empty',
    invitationId: id,
  });
  t.deepEqual(read.publicMetadata, {});
});

test('memberships are listed by limit and offset, with how many there are', async (t) => {
  const users = Array.from({ length: 12 }, (_, index) => `user_${String(index).padStart(2, '0')}`);
  for (const userId of users) {
    const ids = { organizationId: 'list', userId };
    await clerk.organizations.updateOrganizationMembershipMetadata({ ...ids, publicMetadata: { userId } });
  }
  const list = async (more: object) => {
    const { data, totalCount } = await clerk.organizations.getOrganizationMembershipList({
      organizationId: 'list',
      ...more,
    });
    return { users: data.map(({ publicUserData }) => publicUserData?.userId), totalCount };
  };
  t.deepEqual(await list({}), { users: users.slice(0, 10), totalCount: 12 });
  t.deepEqual(await list({ limit: 5, offset: 10 }), { users: users.slice(10), totalCount: 12 });
  t.deepEqual(await list({ limit: 5, offset: 12 }), { users: [], totalCount: 12 });
  t.deepEqual(await list({ userId: ['user_07', 'user_99', 'user_03'] }), {
    users: ['user_07', 'user_03'],
    totalCount: 2,
  });
  t.deepEqual(await clerk.organizations.getOrganizationMembershipList({ organizationId: 'nobody' }), {
    data: [],
    totalCount: 0,
  });
});

test('invitations are listed, all or by their status', async (t) => {
  const ids: string[] = [];
  for (const n of [1, 2, 3]) ids.push((await createInvitation('list-invitations', { n })).id);
  const invitationId = ids[1] ?? '';
  await behind.backend.organizations.acceptOrganizationInvitation({
    organizationId: 'list-invitations',
    invitationId,
    userId: 'user_1',
  });
  const list = async (more: object) => {
    const params = { organizationId: 'list-invitations', ...more };
    const { data, totalCount } = await clerk.organizations.getOrganizationInvitationList(params);
    return { ids: data.map(({ id }) => id).sort(), totalCount };
  };
  t.deepEqual(await list({}), { ids: [...ids].sort(), totalCount: 3 });
  t.deepEqual(await list({ status: ['accepted'] }), { ids: [invitationId], totalCount: 1 });
  t.deepEqual((await list({ status: ['pending', 'expired'] })).totalCount, 2);
  t.deepEqual(await list({ status: ['revoked'] }), { ids: [], totalCount: 0 });
  t.is((await list({ status: ['pending'], limit: 1, offset: 1 })).ids.length, 1);
});

interface Refusal {
  readonly title: string;
  readonly call: (clerk: Clerk) => Promise<unknown>;
  readonly status: number;
  readonly code: string;
  readonly param?: string;
  readonly message?: RegExp;
  readonly key?: () => string;
}

const protoKey = JSON.parse('{"a":{"__proto__":{"plan":"pro"}}}') as Record<string, unknown>;
/** Some 270 KB as a Struct: what the service takes in one message is 256 KiB. */
const ONES = Array.from({ length: 24_999 }, () => 1);
const deep = JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`) as Record<string, unknown>;
const update = (publicMetadata: Record<string, unknown>) => (client: Clerk) =>
  client.organizations.updateOrganizationMetadata('refused', { publicMetadata });

const REFUSALS: readonly Refusal[] = [
  {
    title: 'a document over the limit',
    call: update({ big: 'x'.repeat(8200) }),
    status: 422,
    code: 'form_param_exceeds_allowed_size',
    param: 'public_metadata',
    message: /over the limit of 8192/,
  },
  ...[
    { title: 'a merge', call: update({ ones: ONES }) },
    {
      title: 'a merge of a document whose half only removes',
      call: update({ ones: ONES, ...Object.fromEntries(ONES.slice(0, 9_000).map((_, n) => [n, null])) }),
    },
    {
      title: 'a replacement',
      call: (client: Clerk) =>
        client.organizations.replaceOrganizationMetadata('refused', { publicMetadata: { ones: ONES } }),
    },
    {
      title: 'a membership',
      call: (client: Clerk) =>
        client.organizations.updateOrganizationMembershipMetadata({
          organizationId: 'refused',
          userId: 'user_1',
          publicMetadata: { ones: ONES },
        }),
    },
    { title: 'an invitation', call: () => createInvitation('refused', { ones: ONES }) },
  ].map(({ title, call }) => ({
    title: `${title} with a document over the limit that no message of gRPC would hold`,
    call,
    status: 422,
    code: 'form_param_exceeds_allowed_size',
    param: 'public_metadata',
    message: /^public_metadata would be 50008 bytes of JSON, 41816 over the limit of 8192;/,
  })),
  {
    title: 'a merge that would fit and is too large as a message',
    call: update({
      ones: ONES.slice(0, 4000),
      ...Object.fromEntries(ONES.slice(0, 19_000).map((_, n) => [10_000 + n, null])),
    }),
    status: 413,
    code: 'request_too_large',
  },
  {
    title: 'the key __proto__',
    call: update(protoKey),
    status: 422,
    code: 'form_param_value_invalid',
    param: 'public_metadata',
    message: /a\.__proto__/,
  },
  {
    title: 'nesting past the limit',
    call: update(deep),
    status: 422,
    code: 'form_param_value_invalid',
    param: 'public_metadata',
  },
  {
    title: 'a lone surrogate',
    call: update({ a: '\ud800' }),
    status: 422,
    code: 'form_param_value_invalid',
    param: 'public_metadata',
  },
  {
    title: 'a document that is null',
    call: (client) => client.organizations.replaceOrganizationMetadata('refused', { publicMetadata: null as never }),
    status: 422,
    code: 'form_param_value_invalid',
    param: 'public_metadata',
  },
  {
    title: 'private metadata of an invitation',
    call: (client) =>
      client.organizations.createOrganizationInvitation({
        organizationId: 'refused',
        emailAddress: 'a@example.com',
        role: 'org:member',
        privateMetadata: { a: 1 },
      }),
    status: 422,
    code: 'form_param_value_invalid',
    param: 'private_metadata',
  },
  {
    title: 'a member of the body that is none of Clerk’s',
    call: (client) => client.organizations.updateOrganizationMetadata('refused', { metadata: {} } as object),
    status: 422,
    code: 'form_param_unknown',
    param: 'metadata',
  },
  {
    title: 'an organization that has no record',
    call: (client) => client.organizations.getOrganization({ organizationId: 'nowhere' }),
    status: 404,
    code: 'resource_not_found',
  },
  {
    title: 'an invitation that is not there',
    call: (client) =>
      client.organizations.getOrganizationInvitation({ organizationId: 'nowhere', invitationId: 'inv_1' }),
    status: 404,
    code: 'resource_not_found',
  },
  {
    title: 'an id that none can be',
    call: (client) => client.organizations.getOrganization({ organizationId: 'with space' }),
    status: 400,
    code: 'form_param_format_invalid',
    param: 'organization_id',
  },
  ...[
    { title: 'a user that none can be', organizationId: 'refused', userId: ['user_1', 'a/b'], param: 'user_id' },
    { title: 'users of an organization that none can be', organizationId: 'a b', userId: ['user_1'] },
    { title: 'too many users', organizationId: 'refused', userId: ONES.slice(0, 101).map(String), param: 'user_id' },
  ].map(({ title, organizationId, userId, param = 'organization_id' }) => ({
    title,
    call: (client: Clerk) => client.organizations.getOrganizationMembershipList({ organizationId, userId }),
    status: 400,
    code: 'form_param_format_invalid',
    param,
    message: new RegExp(`^${param} `),
  })),
  {
    title: 'a filter that would be passed over',
    call: (client) =>
      client.organizations.getOrganizationMembershipList({ organizationId: 'refused', role: ['org:admin'] }),
    status: 422,
    code: 'form_param_unknown',
    param: 'role',
  },
  {
    title: 'an order',
    call: (client) =>
      client.organizations.getOrganizationMembershipList({ organizationId: 'refused', orderBy: '-created_at' }),
    status: 422,
    code: 'form_param_unknown',
    param: 'order_by',
  },
  {
    title: 'a limit past 500',
    call: (client) => client.organizations.getOrganizationInvitationList({ organizationId: 'refused', limit: 501 }),
    status: 400,
    code: 'form_param_format_invalid',
    param: 'limit',
  },
  {
    title: 'a status that is none of Clerk’s',
    call: (client) =>
      client.organizations.getOrganizationInvitationList({ organizationId: 'refused', status: ['lost' as 'pending'] }),
    status: 400,
    code: 'form_param_format_invalid',
    param: 'status',
  },
  {
    title: 'a frontend key',
    key: () => behind.frontendKey,
    call: (client) => client.organizations.getOrganization({ organizationId: 'merge' }),
    status: 403,
    code: 'authorization_invalid',
  },
  {
    title: 'an unknown key',
    key: () => 'sk_live_of_clerk_itself',
    call: update({ a: 1 }),
    status: 401,
    code: 'authentication_invalid',
  },
  ...[
    { title: 'the list of organizations', call: (client: Clerk) => client.organizations.getOrganizationList() },
    {
      title: 'the creation of an organization',
      call: (client: Clerk) => client.organizations.createOrganization({ name: 'Acme' }),
    },
    {
      title: 'the name of an organization',
      call: (client: Clerk) => client.organizations.updateOrganization('merge', { name: 'Acme' }),
    },
    {
      title: 'the deletion of an organization',
      call: (client: Clerk) => client.organizations.deleteOrganization('merge'),
    },
    {
      title: 'the role of a membership',
      call: (client: Clerk) =>
        client.organizations.updateOrganizationMembership({
          organizationId: 'merge',
          userId: 'user_1',
          role: 'org:admin',
        }),
    },
    {
      title: 'the revocation of an invitation',
      call: (client: Clerk) =>
        client.organizations.revokeOrganizationInvitation({ organizationId: 'merge', invitationId: 'inv_1' }),
    },
    {
      title: 'many invitations at once',
      call: (client: Clerk) => client.organizations.createOrganizationInvitationBulk('merge', []),
    },
    { title: 'a user', call: (client: Clerk) => client.users.getUser('user_1') },
  ].map((unserved) => ({
    ...unserved,
    status: 404,
    code: 'resource_not_found',
    message: /nothing else of Clerk’s API/,
  })),
];

for (const { title, call, key, status, code, param, message } of REFUSALS) {
  test(`Clerk’s SDK gets ${status} ${code} for ${title}`, async (t) => {
    const client = key === undefined ? clerk : makeClerk(key());
    const error = await t.throwsAsync(call(client));
    if (!isClerkAPIResponseError(error)) return t.fail(String(error));
    t.is(error.status, status);
    const first = error.errors[0] as { code: string; longMessage: string; meta: { paramName?: string } } | undefined;
    t.is(first?.code, code);
    t.is(first?.meta.paramName, param);
    t.regex(first?.longMessage ?? '', message ?? /\w/);
    return undefined;
  });
}

test('a long merge that only removes is done', async (t) => {
  await clerk.organizations.updateOrganizationMetadata('removes', { publicMetadata: { '1': 1, kept: 1 } });
  const removed = Object.fromEntries(ONES.slice(0, 10_000).map((_, n) => [n, null]));
  const { publicMetadata } = await clerk.organizations.updateOrganizationMetadata('removes', {
    publicMetadata: removed,
  });
  t.deepEqual(publicMetadata, { kept: 1 });
  const replacing = clerk.organizations.replaceOrganizationMetadata('removes', { publicMetadata: removed });
  t.is((await t.throwsAsync<Error & { status: number }>(replacing)).status, 422);
});

test('nothing that was refused is stored', async (t) => {
  await t.throwsAsync(update(protoKey)(clerk));
  await t.throwsAsync(behind.backend.organizations.getOrganizationMetadata('refused'), {
    message: /no organization|not found|no metadata/i,
  });
});

for (const { title, body, status, code } of [
  { title: 'no JSON', body: '{"public_metadata":', status: 400, code: 'request_body_invalid' },
  { title: 'a list', body: '[]', status: 400, code: 'request_body_invalid' },
  { title: 'invalid UTF-8', body: Buffer.from('{"a":"\xff"}', 'latin1'), status: 400, code: 'request_body_invalid' },
  { title: '__proto__ for a member', body: '{"__proto__":{}}', status: 422, code: 'form_param_unknown' },
  { title: 'a list for a document', body: '{"public_metadata":[]}', status: 422, code: 'form_param_value_invalid' },
]) {
  test(`a body that is ${title} gets ${status} ${code}`, async (t) => {
    const response = await fetch(`${url}/v1/organizations/body/metadata`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${behind.backendKey}` },
      body,
    });
    t.is(response.status, status);
    t.is(response.headers.get('content-type'), 'application/json');
    const { errors } = (await response.json()) as { errors: { code: string }[] };
    t.is(errors[0]?.code, code);
  });
}

test('without a credential nothing is read, even if the gateway has a key', async (t) => {
  const gateway = await startGateway(t, {
    ORGMETA_UPSTREAM: behind.service.address,
    ORGMETA_GATEWAY_KEY: behind.frontendKey,
  });
  for (const path of ['', '/memberships', '/invitations', '/invitations/inv_1']) {
    t.is((await fetch(`${gateway.url}/v1/organizations/merge${path}`)).status, 401, path);
  }
});

test('answers are for nobody to keep, and pages of other origins may not call', async (t) => {
  const gateway = await startGateway(t, {
    ORGMETA_UPSTREAM: behind.service.address,
    ORGMETA_GATEWAY_CORS_ORIGINS: '*',
  });
  await makeClerk(behind.backendKey, gateway.url).organizations.updateOrganizationMetadata('kept', {});
  const response = await fetch(`${gateway.url}/v1/organizations/kept`, {
    headers: { authorization: `Bearer ${behind.backendKey}`, origin: 'https://pages.example' },
  });
  t.is(response.headers.get('cache-control'), 'private, no-store');
  t.is(response.headers.get('access-control-allow-origin'), null);
});

test('Clerk’s SDK is told when to try again while the service is down', async (t) => {
  const gateway = await startGateway(t, { ORGMETA_UPSTREAM: '127.0.0.1:1' });
  const client = makeClerk(behind.backendKey, gateway.url);
  const error = await t.throwsAsync(client.organizations.updateOrganizationMetadata('down', {}));
  if (!isClerkAPIResponseError(error)) return t.fail(String(error));
  t.is(error.status, 503);
  t.is(error.retryAfter, 1);
  t.is(error.errors[0]?.code, 'service_unavailable');
  t.notRegex(JSON.stringify(error.errors), /127\.0\.0\.1|ECONNREFUSED|grpc/i);
  return undefined;
});
