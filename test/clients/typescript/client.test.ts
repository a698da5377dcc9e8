import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { Metadata, status } from '@grpc/grpc-js';
import test, { type ExecutionContext } from 'ava';
import { getBatch } from '../../../clients/typescript/src/get-batch.js';
import { createClient, OrgmetaError } from '../../../clients/typescript/src/index.js';
import { toOrgmetaError } from '../../../clients/typescript/src/orgmeta-error.js';
import { makeTemporaryFolder } from '../../auth/temporary-folder.js';
import { makeCertificate } from '../../tls/make-certificate.js';
import { makeTlsFolder } from '../../tls/tls-folder.js';
import { openClient, startForClient } from '../start-for-client.js';

/** The error that a call must end with. */
async function refused(t: ExecutionContext, call: Promise<unknown>): Promise<OrgmetaError> {
  const error = await t.throwsAsync(call);
  if (error instanceof OrgmetaError) return error;
  throw new Error('no OrgmetaError', { cause: error });
}

test("Clerk's three calls, as its documentation writes them, and with all in one object", async (t) => {
  const { organizations } = (await startForClient(t)).backend;
  const plan = { plan: 'pro' };
  const organizationId = 'org_1';

  t.like(await organizations.updateOrganizationMetadata('org_1', { publicMetadata: plan }), {
    organizationId,
    publicMetadata: plan,
    privateMetadata: {},
  });
  t.like(await organizations.updateOrganizationMembershipMetadata('org_1', { userId: 'u', publicMetadata: plan }), {
    organizationId,
    userId: 'u',
    publicMetadata: plan,
  });
  t.like(
    await organizations.updateOrganizationInvitationMetadata('org_1', { invitationId: 'i', publicMetadata: plan }),
    {
      organizationId,
      invitationId: 'i',
      publicMetadata: plan,
      acceptedUserId: undefined,
    },
  );

  const seats = { seats: 3 };
  const both = { ...plan, ...seats };
  t.like(await organizations.updateOrganizationMetadata({ organizationId, publicMetadata: seats }), {
    publicMetadata: both,
  });
  t.like(
    await organizations.updateOrganizationMembershipMetadata({ organizationId, userId: 'u', publicMetadata: seats }),
    {
      publicMetadata: both,
    },
  );
  t.like(
    await organizations.updateOrganizationInvitationMetadata({
      organizationId,
      invitationId: 'i',
      publicMetadata: seats,
    }),
    { publicMetadata: both },
  );
});

test('a document is taken as JSON.stringify takes it', async (t) => {
  const { organizations } = (await startForClient(t)).backend;
  const { publicMetadata } = await organizations.replaceOrganizationMetadata('org_1', {
    publicMetadata: {
      absent: undefined,
      list: [undefined, 1],
      since: new Date(0),
      nested: { absent: undefined, toJSON: 'a member' },
    },
  });
  t.deepEqual(publicMetadata, {
    list: [null, 1],
    since: '1970-01-01T00:00:00.000Z',
    nested: { toJSON: 'a member' },
  });
});

for (const [title, value] of [
  ['NaN', Number.NaN],
  ['a bigint', 1n],
  ['a map', new Map()],
] as const) {
  test(`a document with ${title} is refused before it is sent, with the field and the path`, async (t) => {
    const { organizations } = openClient(t, { address: '127.0.0.1:1' });
    const error = await refused(
      t,
      organizations.updateOrganizationMetadata('org_1', { privateMetadata: { a: [value] } }),
    );
    t.like(error, {
      code: 'INVALID_ARGUMENT',
      reason: 'METADATA_INVALID',
      field: 'private_metadata',
      metadata: { field: 'private_metadata', path: 'a[0]' },
    });
    t.regex(error.message, /^private_metadata, at a\[0\]: /);
  });
}

test('a refusal has its reason, its code, its details and its field', async (t) => {
  const { backend, frontend } = await startForClient(t);
  t.like(await refused(t, backend.organizations.getOrganizationMetadata('a/b')), {
    name: 'OrgmetaError',
    code: 'INVALID_ARGUMENT',
    reason: 'ARGUMENT_INVALID',
    field: 'organization_id',
  });
  t.like(await refused(t, frontend.organizations.getOrganizationMetadata('org_1')), {
    code: 'PERMISSION_DENIED',
    reason: 'ROLE_NOT_ALLOWED',
    metadata: { required_role: 'backend' },
    field: undefined,
  });
});

test('a call that is aborted rejects with the reason of its signal, before it begins and while it is under way', async (t) => {
  const { organizations } = openClient(t, { address: await listenMutely(t) });
  const reason = new Error('the visitor has left');
  t.is(
    await t.throwsAsync(organizations.getOrganizationMetadata('org_1', {}, { signal: AbortSignal.abort(reason) })),
    reason,
  );
  const controller = new AbortController();
  const call = organizations.getOrganizationMetadata('org_1', {}, { signal: controller.signal });
  controller.abort(reason);
  t.is(await t.throwsAsync(call), reason);
});

test('a call ends at its deadline when the service says nothing, and has no reason then', async (t) => {
  const { organizations } = openClient(t, { address: await listenMutely(t), timeoutMs: 300 });
  const byClient = await refused(t, organizations.getOrganizationMetadata('org_1'));
  const byCall = await refused(t, organizations.getOrganizationMetadata('org_1', {}, { timeoutMs: 50 }));
  for (const error of [byClient, byCall]) t.like(error, { code: 'DEADLINE_EXCEEDED', reason: undefined });
});

test('a list that is left early fetches no further pages, and a batch of more than fits into an answer comes whole', async (t) => {
  const { organizations } = (await startForClient(t)).backend;
  // 8 KB of JSON that take some 40 KB as a Struct: 100 of them are more than an answer holds.
  const publicMetadata = { list: Array.from({ length: 4000 }, () => 1) };
  const ids = Array.from({ length: 100 }, (_, index) => `org_${index}`);
  await Promise.all(ids.map((id) => organizations.replaceOrganizationMetadata(id, { publicMetadata })));
  const { metadata, missing } = await organizations.batchGetOrganizationMetadata([...ids.slice(1), 'none']);
  t.deepEqual(
    metadata.map(({ organizationId }) => organizationId),
    ids.slice(1),
  );
  t.deepEqual(missing, ['none']);
  const seen = [];
  for await (const { organizationId } of organizations.listOrganizationMetadata({ pageSize: 2 })) {
    seen.push(organizationId);
    if (seen.length === 3) break;
  }
  t.deepEqual(seen, ['org_0', 'org_1', 'org_10']);
});

test('a list takes a page size that is undefined as one that is left out', async (t) => {
  const { backend } = await startForClient(t);
  await backend.organizations.updateOrganizationMembershipMetadata('org_1', { userId: 'u', publicMetadata: {} });
  const listing = { organizationId: 'org_1', pageSize: undefined };
  for (const list of [
    backend.organizations.listOrganizationMembershipMetadata(listing),
    backend.frontend.listOrganizationMembershipPublicMetadata(listing),
  ]) {
    const seen = [];
    for await (const { userId } of list) seen.push(userId);
    t.deepEqual(seen, ['u']);
  }
});

test('a batch that gets nowhere ends', async (t) => {
  const unprocessed = ['a', 'b'];
  const ask = () => Promise.resolve({ metadata: [], missing: [], unprocessed });
  t.like(
    await refused(
      t,
      getBatch(unprocessed, ask, (message) => message),
    ),
    { code: 'INTERNAL', reason: undefined },
  );
});

test('details that can’t be read leave a failure its code and its message', (t) => {
  const metadata = new Metadata();
  metadata.set('grpc-status-details-bin', Buffer.from([0x1a, 0xff]));
  const error = Object.assign(new Error(), { code: status.ABORTED, details: 'from a proxy', metadata });
  t.like(toOrgmetaError(error), { code: 'ABORTED', message: 'from a proxy', reason: undefined, metadata: {} });
});

test('a credential that no header can carry is refused at once, without being shown', (t) => {
  for (const credential of ['om_sk_secret\n', 'om_sk_sécret']) {
    const error = t.throws(() => createClient({ address: '127.0.0.1:1', credential }), { instanceOf: TypeError });
    t.regex(error.message, /header/);
    t.notRegex(error.message, /om_sk/);
  }
});

test('an empty credential is refused, for a variable that is not set', (t) => {
  t.throws(() => createClient({ address: '127.0.0.1:1', credential: '' }), {
    instanceOf: TypeError,
    message: /leave it out to call anonymously/,
  });
});

test('a timeout that is no time is refused, of a client and of a call', async (t) => {
  for (const timeoutMs of [0, -1, NaN, Infinity]) {
    const expected = { instanceOf: RangeError, message: /more than 0/ };
    t.throws(() => createClient({ address: '127.0.0.1:1', timeoutMs }), expected);
    const { organizations } = openClient(t, { address: '127.0.0.1:1' });
    await t.throwsAsync(organizations.getOrganizationMetadata('org_1', {}, { timeoutMs }), expected);
  }
});

test('a certificate without its key is refused at once', async (t) => {
  const { authority } = await makeTlsFolder(t);
  t.throws(() => createClient({ address: '127.0.0.1:1', tls: { cert: authority.certificate } }), { message: /key/ });
});

test('a closed client makes no calls, whether it had connected or not', async (t) => {
  const { backend, address } = await startForClient(t);
  await backend.organizations.updateOrganizationMetadata('org_1', { publicMetadata: {} });
  for (const client of [backend, createClient({ address })]) {
    client.close();
    client.close();
    for (const write of [{}, { etag: '*' }]) {
      const error = await refused(t, client.organizations.updateOrganizationMetadata('org_1', write));
      t.like(error, { code: 'CANCELLED', reason: undefined, message: 'the client is closed; make another one' });
    }
  }
});

test('a service that asks for a certificate serves a client that shows one, with and without an etag', async (t) => {
  const folder = await makeTlsFolder(t);
  const { address, backendKey } = await startForClient(t, {
    ORGMETA_TLS_CERT: folder.certificatePath,
    ORGMETA_TLS_KEY: folder.keyPath,
    ORGMETA_TLS_CLIENT_CA: folder.authorityPath,
  });
  const { certificate: cert, key } = makeCertificate('client', { issuer: folder.authority });
  const ca = folder.authority.certificate;
  const { organizations } = openClient(t, { address, credential: backendKey, tls: { ca, cert, key } });
  const { etag } = await organizations.updateOrganizationMetadata('org_1', { publicMetadata: {} });
  await organizations.updateOrganizationMetadata('org_1', { publicMetadata: { plan: 'pro' }, etag });
  const nameless = openClient(t, { address, credential: backendKey, tls: { ca } });
  t.like(await refused(t, nameless.organizations.deleteOrganizationMetadata('org_1')), { code: 'UNAVAILABLE' });
});

test('a unix socket is an address', async (t) => {
  const folder = await makeTemporaryFolder(t);
  const { backend, address } = await startForClient(t, { ORGMETA_ADDRESS: `unix:${path.join(folder, 's')}` });
  t.regex(address, /^unix:/);
  t.like(await backend.organizations.updateOrganizationMetadata('org_1', { publicMetadata: {} }), {
    publicMetadata: {},
  });
});

test('a client that trusts the authority is served over TLS, and one that does not is not', async (t) => {
  const folder = await makeTlsFolder(t);
  const { address, backendKey } = await startForClient(t, {
    ORGMETA_TLS_CERT: folder.certificatePath,
    ORGMETA_TLS_KEY: folder.keyPath,
  });
  const secure = { address, credential: backendKey, tls: { ca: folder.authority.certificate } };
  await openClient(t, secure).organizations.updateOrganizationMetadata('org_1', { publicMetadata: {} });
  await openClient(t, {
    ...secure,
    tls: { ...secure.tls, serverName: 'localhost' },
  }).organizations.getOrganizationMetadata('org_1');
  const untrusting = openClient(t, { ...secure, tls: true, timeoutMs: 1000 });
  t.true(
    ['UNAVAILABLE', 'DEADLINE_EXCEEDED'].includes(
      (await refused(t, untrusting.organizations.getOrganizationMetadata('org_1'))).code,
    ),
  );
});

/** Listens, and never says a word. */
async function listenMutely(t: ExecutionContext): Promise<string> {
  const server = createServer((socket) => {
    t.teardown(() => socket.destroy());
  });
  t.teardown(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
