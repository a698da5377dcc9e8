import test from 'ava';
import { readTogether } from '../../src/gateway/read-together.js';
import { openUpstream, type Upstream } from '../../src/gateway/upstream.js';
import { startForClient, type ServiceForClient } from '../clients/start-for-client.js';
import { startGateway } from './start-gateway.js';
import { wholeFile } from './whole-file.js';

/** 8 KB of JSON and some 45 KB as a Struct: of these, no hundred fits into an answer of the service. */
const LARGE = { ones: Array.from({ length: 4000 }, () => 1) };
const IDS = Array.from({ length: 98 }, (_, at) => `large_${String(at).padStart(2, '0')}`);

let behind: ServiceForClient;

test.before(async () => {
  behind = await startForClient(wholeFile);
  const { organizations } = behind.backend;
  for (const id of IDS) {
    await organizations.updateOrganizationMetadata(id, { publicMetadata: LARGE });
    const membership = { organizationId: 'org_1', userId: id, publicMetadata: LARGE };
    await organizations.updateOrganizationMembershipMetadata(membership);
  }
});

test('a batch that does not fit into one answer of the service is whole, and in the order of the request', async (t) => {
  const { url } = await startGateway(t, {
    ORGMETA_UPSTREAM: behind.service.address,
    ORGMETA_GATEWAY_KEY: behind.frontendKey,
  });
  const reversed = [...IDS].reverse();
  const query = ['first', ...reversed, 'last'].map((id) => `organization_id=${id}`).join('&');
  const response = await fetch(`${url}/v1/public-metadata?${query}`);
  const body = (await response.json()) as {
    data: { organization_id: string; public_metadata: object }[];
    missing: string[];
  };
  t.deepEqual(
    body.data.map((record) => record.organization_id),
    reversed,
  );
  for (const record of body.data) t.deepEqual(record.public_metadata, LARGE);
  t.deepEqual(body.missing, ['first', 'last']);
});

test('memberships of users that do not fit into one answer of the service are all listed', async (t) => {
  const { url } = await startGateway(t, { ORGMETA_UPSTREAM: behind.service.address });
  const query = [...IDS, 'nobody'].map((id) => `user_id=${id}`).join('&');
  const response = await fetch(`${url}/v1/organizations/org_1/memberships?limit=500&${query}`, {
    headers: { authorization: `Bearer ${behind.backendKey}` },
  });
  const body = (await response.json()) as { data: { id: string; public_metadata: object }[]; total_count: number };
  t.deepEqual(
    body.data.map(({ id }) => id),
    IDS.map((id) => `org_1/${id}`),
  );
  for (const record of body.data) t.deepEqual(record.public_metadata, LARGE);
  t.is(body.total_count, IDS.length);
});

test('reads of one moment that do not fit into one answer of the service all get theirs', async (t) => {
  const { address } = behind.service;
  const real = openUpstream({ address, timeoutMs: 10_000 });
  t.teardown(() => {
    real.close();
  });
  const asked: string[] = [];
  const upstream: Upstream = {
    ...real,
    call: (method, request, options) => {
      asked.push(method.path.replace(/.*\//, ''));
      return real.call(method, request, options);
    },
  };
  const read = readTogether(upstream);
  const authorization = `Bearer ${behind.frontendKey}`;
  const answers = await Promise.all(
    IDS.map((organizationId) => read({ organizationId, authorization, signal: new AbortController().signal })),
  );
  for (const [at, answer] of answers.entries()) {
    t.like(JSON.parse(answer.toJson()), { organization_id: IDS[at], public_metadata: LARGE });
  }
  t.is(asked[0], 'BatchGetOrganizationPublicMetadata');
  t.true(asked.length > 1);
  t.deepEqual([...new Set(asked.slice(1))], ['GetOrganizationPublicMetadata']);
});
