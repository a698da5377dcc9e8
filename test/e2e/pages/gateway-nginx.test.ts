import { readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import { PROJECT } from '../../checks/run-program.js';
import { startForClient, type ServiceForClient } from '../../clients/start-for-client.js';
import { declareMissing } from '../../declare-missing.js';
import { startGateway } from '../../gateway/start-gateway.js';
import { recordOf, startSlowService } from '../../gateway/slow-service.js';
import { wholeFile } from '../../gateway/whole-file.js';
import { createKey } from '../keys.js';
import { findNginx } from '../nginx/find-nginx.js';
import { startNginx, type Ask, type ProxiedAnswer } from '../nginx/start-nginx.js';

const PAGE = 'docs/gateway.md';
const ORIGIN = 'https://pages.example';
const read = (organizationId: string) => `/v1/organizations/${organizationId}/public-metadata`;
const MEMBERSHIP = '/v1/organizations/org_1/memberships/user_1/public-metadata';

let behind: ServiceForClient;
let block: string;
let ask: Ask;

const nginx = findNginx();
if (nginx !== undefined) declare(nginx);
else {
  const title = "the set-up behind nginx: can't run: nginx is not installed here";
  declareMissing(title, 'with CI=true the set-up must be tested behind nginx');
}

function declare(program: string): void {
  test.before(async () => {
    const markdown = await readFile(path.join(PROJECT, PAGE), 'utf8');
    block = /^```nginx\n(.*?)^```$/ms.exec(markdown)?.[1] ?? '';
    behind = await startForClient(wholeFile, { ORGMETA_ANONYMOUS_FRONTEND: 'true' });
    const { organizations } = behind.backend;
    for (const organizationId of ['org_1', 'org_2', 'org_3', 'org_4']) {
      await organizations.updateOrganizationMetadata(organizationId, { publicMetadata: { of: organizationId } });
    }
    const membership = { organizationId: 'org_1', userId: 'user_1', publicMetadata: { of: 'user_1' } };
    await organizations.updateOrganizationMembershipMetadata(membership);
    const { url } = await startGateway(wholeFile, {
      ORGMETA_UPSTREAM: behind.address,
      ORGMETA_GATEWAY_MAX_AGE_SECONDS: '60',
      ORGMETA_GATEWAY_CORS_ORIGINS: ORIGIN,
    });
    ask = await startNginx(wholeFile, program, block, url);
  });

  const as = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });
  const bodyOf = ({ body }: ProxiedAnswer) => JSON.parse(body) as unknown;

  test('the second of two reads comes from the cache, and who has that state already gets 304', async (t) => {
    const first = await ask(read('org_1'));
    t.like(first, { status: 200, cache: 'MISS' });
    t.like(bodyOf(first), { public_metadata: { of: 'org_1' } });
    t.like(await ask(read('org_1')), { status: 200, cache: 'HIT', body: first.body });
    const headers = { 'if-none-match': String(first.headers.etag) };
    t.like(await ask(read('org_1'), { headers }), { status: 304, cache: 'HIT', body: '' });
    t.like(await ask(read('org_1'), { headers: { 'if-none-match': '"other"' } }), { status: 200, cache: 'HIT' });
  });

  test('a visitor with a credential gets nothing out of the cache, and leaves nothing in it', async (t) => {
    const scopedKey = await createKey(behind.dataDir, { role: 'frontend', organizations: ['org_2'] });
    while ((await ask(read('org_2'), as(scopedKey))).status === 401);
    // Nothing was kept of the reads with the credential.
    t.like(await ask(read('org_2')), { status: 200, cache: 'MISS' });
    t.like(await ask(read('org_2')), { status: 200, cache: 'HIT' });
    for (let round = 0; round < 2; round += 1) {
      const own = await ask(read('org_2'), as(scopedKey));
      t.like(own, { status: 200, headers: { 'cache-control': 'private, no-store' } });
      t.not(own.cache, 'HIT');
    }
    // What everybody may read is kept, and the service decides on this one all the same.
    t.is((await ask(read('org_3'))).status, 200);
    t.like(await ask(read('org_3')), { status: 200, cache: 'HIT' });
    t.is((await ask(read('org_3'), as(scopedKey))).status, 403);
    t.is((await ask(read('org_3'), as('om_pk_nobody'))).status, 401);
    t.like(await ask(read('org_3')), { status: 200, cache: 'HIT' });
  });

  test('a membership is never kept', async (t) => {
    for (let round = 0; round < 3; round += 1) {
      const own = await ask(MEMBERSHIP, as(behind.frontendKey));
      t.is(own.status, 200);
      t.not(own.cache, 'HIT');
      t.is((await ask(MEMBERSHIP)).status, 401);
    }
  });

  test('each batch is kept by its whole query, and one of a hundred long ids comes through', async (t) => {
    const batch = (ids: readonly string[]) =>
      `/v1/public-metadata?${ids.map((id) => `organization_id=${id}`).join('&')}`;
    const first = await ask(batch(['org_1', 'org_2']));
    const second = await ask(batch(['org_1', 'org_3']));
    t.is(first.cache, 'MISS');
    t.is(second.cache, 'MISS');
    t.like(bodyOf(first), { data: { 1: { organization_id: 'org_2' } } });
    t.like(bodyOf(second), { data: { 1: { organization_id: 'org_3' } } });
    t.like(await ask(batch(['org_1', 'org_2'])), { cache: 'HIT', body: first.body });
    t.like(await ask(batch(['org_1', 'org_3'])), { cache: 'HIT', body: second.body });
    const long = Array.from({ length: 100 }, (_, at) => String(at).padEnd(128, 'x'));
    t.deepEqual(bodyOf(await ask(batch(long))), { data: [], missing: long });
  });

  test('a page of another origin gets its own answer, and not the one that was kept for a visitor without', async (t) => {
    t.is((await ask(read('org_4'))).headers['access-control-allow-origin'], undefined);
    for (let round = 0; round < 2; round += 1) {
      const { headers } = await ask(read('org_4'), { headers: { origin: ORIGIN } });
      t.is(headers['access-control-allow-origin'], ORIGIN);
    }
    t.like(await ask(read('org_4')), { cache: 'HIT', headers: { 'access-control-allow-origin': undefined } });
  });

  test('what is written comes through, and what the gateway refuses in its shape', async (t) => {
    const { headers } = as(behind.backendKey);
    const write = (body: string) =>
      ask('/v1/organizations/org_9/metadata', {
        method: 'PATCH',
        headers: { ...headers, 'content-length': String(body.length) },
        body,
      });
    t.like(bodyOf(await write('{"public_metadata":{"n":1}}')), { public_metadata: { n: 1 } });
    const refused = await write('x'.repeat(256 * 1024 + 1));
    t.is(refused.status, 413);
    t.like(bodyOf(refused), { errors: [{ code: 'request_too_large' }] });
    t.is((await ask('/v1/organizations/x/%2e%2e/org_1/public-metadata')).status, 400);
    t.is((await ask('/readyz')).status, 200);
  });

  for (const { title, signal } of [
    { title: 'is away', signal: 'SIGKILL' },
    { title: 'does not answer', signal: 'SIGSTOP' },
  ] as const) {
    test(`a kept answer is asked for by its ETag after its time, and given on while the service ${title}`, async (t) => {
      const { backend, address, service, frontendKey } = await startForClient(t, {
        ORGMETA_ANONYMOUS_FRONTEND: 'true',
      });
      await backend.organizations.updateOrganizationMetadata('org_1', { publicMetadata: { plan: 'pro' } });
      const { url } = await startGateway(t, {
        ORGMETA_UPSTREAM: address,
        ORGMETA_UPSTREAM_TIMEOUT_SECONDS: '1',
        ORGMETA_GATEWAY_MAX_AGE_SECONDS: '1',
      });
      const askThere = await startNginx(t, program, block, url);
      const { body } = await askThere(read('org_1'));
      const askUntil = async (state: string) => {
        let answer = await askThere(read('org_1'));
        while (answer.status === 200 && answer.cache !== state) {
          await new Promise((resolve) => setTimeout(resolve, 50));
          answer = await askThere(read('org_1'));
        }
        t.like(answer, { status: 200, cache: state, body });
      };
      await askUntil('REVALIDATED');
      service.process.kill(signal);
      await askUntil('STALE');
      // Nobody else's answer for one who has a credential.
      t.true((await askThere(read('org_1'), as(frontendKey))).status >= 500);
    });
  }

  test('visitors who come together for what is not kept do not wait for one another', async (t) => {
    const waiting: (() => void)[] = [];
    const { address } = await startSlowService(t, () => undefined, {
      // Each is answered once there are two.
      getOrganizationInvitationPublicMetadata: (_call, callback) => {
        waiting.push(() => {
          callback(null, recordOf('org_1'));
        });
        if (waiting.length === 2) for (const answer of waiting) answer();
      },
    });
    const { url } = await startGateway(t, { ORGMETA_UPSTREAM: address, ORGMETA_UPSTREAM_TIMEOUT_SECONDS: '3' });
    const askThere = await startNginx(t, program, block, url);
    const invitation = '/v1/organizations/org_1/invitations/inv_1/public-metadata';
    const answers = await Promise.all([askThere(invitation), askThere(invitation)]);
    for (const answer of answers) t.like(answer, { status: 200, cache: 'MISS' });
  });
}
