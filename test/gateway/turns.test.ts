import { status, type handleUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import test from 'ava';
import { serveService } from './serve-service.js';
import { recordOf, startSlowService } from './slow-service.js';

const ids = (name: string) => Array.from({ length: 100 }, (_, at) => `${name}=i${at}`).join('&');

/** How many of a kind are under way at once, by the rpc that it asks the service with. */
const KINDS = [
  {
    title: 'batches of a hundred organizations',
    path: `/v1/public-metadata?${ids('organization_id')}`,
    rpc: 'batchGetOrganizationPublicMetadata',
    atOnce: 4,
  },
  {
    title: 'the memberships of a hundred users',
    path: `/v1/organizations/org_1/memberships?${ids('user_id')}`,
    rpc: 'batchGetOrganizationMembershipMetadata',
    atOnce: 4,
  },
  {
    title: 'lists of a hundred memberships',
    path: '/v1/organizations/org_1/memberships?limit=100',
    rpc: 'listOrganizationMembershipMetadata',
    atOnce: 2,
  },
  {
    title: 'lists of five hundred memberships',
    path: '/v1/organizations/org_1/memberships?limit=500',
    rpc: 'listOrganizationMembershipMetadata',
    atOnce: 1,
  },
  {
    title: 'lists of a hundred invitations',
    path: '/v1/organizations/org_1/invitations?limit=100',
    rpc: 'listOrganizationInvitationMetadata',
    atOnce: 2,
  },
];

/** Of a batch and of a list. */
const NOTHING_FOUND = { metadata: [], missing: [], unprocessed: [], nextPageToken: '' };

/** What a list asks first, so that the credential is known to be one. */
const TAKE_CREDENTIAL: handleUnaryCall<object, object> = (_call, callback) => {
  callback(null, {});
};

for (const { title, path, rpc, atOnce } of KINDS) {
  test(`of ${title} ${atOnce} at once are under way, others are answered meanwhile, and one more than may wait gets 503`, async (t) => {
    const held: sendUnaryData<object>[] = [];
    const { address } = await startSlowService(
      t,
      ({ request }, callback) => {
        callback(null, recordOf(request.organizationId));
      },
      {
        getOrganizationMetadata: TAKE_CREDENTIAL,
        [rpc]: (_call, callback) => {
          if (held.push(callback) > atOnce) callback({ code: status.INTERNAL, details: 'one too many' });
        },
      },
    );
    const { url, log } = await serveService(t, address, { connections: 1000 });
    const leaving = new AbortController();
    const visit = (signal?: AbortSignal) =>
      fetch(url + path, { headers: { authorization: 'any' }, ...(signal !== undefined && { signal }) });
    const countLines = (part: string) => log().split(part).length - 1;
    const nextHeld = async (count: number) => {
      while (held.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
    };

    const first = Array.from({ length: atOnce }, () => visit());
    await nextHeld(atOnce);
    const others = Array.from({ length: 220 }, () => visit(leaving.signal));
    const refused = await Promise.race(others);
    t.is(refused.status, 503);
    t.is(refused.headers.get('retry-after'), '1');
    // What else was sent to the service would be there before these.
    for (let round = 0; round < 20; round += 1) {
      t.is((await fetch(`${url}/v1/organizations/org_1/public-metadata`)).status, 200);
    }
    t.is(held.length, atOnce);
    // Twenty were refused: a crowd that fills the log is one trouble more.
    t.is(countLines('were refused: as many as allowed wait for their turn'), 1);
    t.is(countLines('"status":503'), 0);

    // Who leaves makes room.
    const ends = Promise.allSettled(others);
    leaving.abort();
    await ends;
    while (countLines('"status":499') < 200) await new Promise((resolve) => setTimeout(resolve, 1));
    const late = visit();
    for (let answered = 0; answered <= atOnce; answered += 1) {
      await nextHeld(1);
      t.true(held.length <= atOnce);
      held.shift()?.(null, NOTHING_FOUND);
    }
    for (const { status } of await Promise.all([...first, late])) t.is(status, 200);
  });
}

test('who has no credential that the service takes, takes no turn of Clerk’s lists', async (t) => {
  const asked: string[] = [];
  const refuse =
    (rpc: string): handleUnaryCall<object, object> =>
    (_call, callback) => {
      asked.push(rpc);
      callback({ code: status.UNAUTHENTICATED });
    };
  const lists = KINDS.filter(({ path }) => path.startsWith('/v1/organizations/'));
  const rpcs = ['getOrganizationMetadata', ...lists.map(({ rpc }) => rpc)];
  const answers = Object.fromEntries(rpcs.map((rpc) => [rpc, refuse(rpc)]));
  const { address } = await startSlowService(t, () => undefined, answers);
  const { url } = await serveService(t, address);
  for (const { path } of lists) t.is((await fetch(url + path, { headers: { authorization: 'any' } })).status, 401);
  t.deepEqual([...new Set(asked)], ['getOrganizationMetadata']);
});
