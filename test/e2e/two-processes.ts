import type { ExecutionContext, TestFn } from 'ava';
import type { E2eClient, Json, Outcome, Rpc } from './client.js';
import type { Pair } from './start-pair.js';

/** Declares what only two processes on one database can show. */
export function declarePairTests(test: TestFn, name: string, started: () => Pair): void {
  test(`${name}: concurrent merges from both processes lose nothing`, async (t) => {
    const owner = { organizationId: 'org-pair-merges', userId: 'u' };
    await both(started(), async (client, process) => {
      for (let n = 0; n < 20; n += 1) {
        const publicMetadata = { [`p${process}n${n}`]: n, last: process };
        await retryContention(t, () =>
          call(client, 'updateOrganizationMembershipMetadata', { ...owner, publicMetadata }),
        );
      }
    });
    for (const client of started().clients) {
      const { metadata } = succeed(t, await call(client, 'getOrganizationMembershipMetadata', owner));
      const { last, ...rest } = (metadata as { publicMetadata: Json }).publicMetadata;
      t.true(last === 0 || last === 1);
      t.is(Object.keys(rest).length, 40);
    }
  });

  test(`${name}: an invitation that both processes accept at once is accepted once`, async (t) => {
    const organizationId = 'org-pair-accepts';
    const [first] = started().clients;
    for (let n = 0; n < 10; n += 1) {
      const invitation = { organizationId, invitationId: `i${n}` };
      succeed(t, await call(first, 'updateOrganizationInvitationMetadata', { ...invitation, publicMetadata: { n } }));
      const outcomes = await both(started(), (client, process) =>
        call(client, 'acceptOrganizationInvitation', { ...invitation, userId: `u${n}-${process}` }),
      );
      const winner = outcomes.findIndex((outcome) => 'answer' in outcome);
      const loser = outcomes[1 - winner];
      t.is(loser !== undefined && 'error' in loser ? loser.error.reason : undefined, 'INVITATION_ALREADY_ACCEPTED');
      const { metadata } = succeed(t, await call(first, 'getOrganizationInvitationMetadata', invitation));
      t.is((metadata as Json).acceptedUserId, `u${n}-${winner}`);
    }
    const listed = succeed(
      t,
      await call(first, 'listOrganizationMembershipMetadata', { organizationId, pageSize: 100 }),
    );
    t.is((listed.metadata as Json[]).length, 10);
  });

  test(`${name}: a user whom both processes accept at once joins once`, async (t) => {
    const organizationId = 'org-pair-joins';
    const [first] = started().clients;
    for (let n = 0; n < 10; n += 1) {
      const invitation = { organizationId, invitationId: `i${n}` };
      succeed(t, await call(first, 'updateOrganizationInvitationMetadata', { ...invitation, publicMetadata: { n } }));
      const outcomes = await both(started(), (client) =>
        call(client, 'acceptOrganizationInvitation', { ...invitation, userId: `u${n}` }),
      );
      const [one, other] = outcomes.map((outcome) => succeed(t, outcome).metadata as Json);
      t.deepEqual(one, other, 'both see the membership as the one acceptance left it');
      t.deepEqual(one?.publicMetadata, { n });
    }
  });

  test(`${name}: a page token of one process is good at the other`, async (t) => {
    const organizationId = 'org-pair-pages';
    const [first, second] = started().clients;
    for (const userId of ['a', 'b', 'c']) {
      succeed(
        t,
        await call(first, 'updateOrganizationMembershipMetadata', { organizationId, userId, publicMetadata: {} }),
      );
    }
    const query = { organizationId, pageSize: 1 };
    const users: unknown[] = [];
    let pageToken = '';
    for (const client of [first, second, first]) {
      const page = succeed(t, await call(client, 'listOrganizationMembershipMetadata', { ...query, pageToken }));
      users.push(...(page.metadata as Json[]).map(({ userId }) => userId));
      pageToken = page.nextPageToken as string;
    }
    t.deepEqual(users, ['a', 'b', 'c']);
  });

  function call(client: E2eClient, rpc: Rpc, request: Json): Promise<Outcome> {
    return client.call(rpc, request, { key: started().keys.backend });
  }
}

/** Does the same with both processes at once. */
function both<T>({ clients }: Pair, action: (client: E2eClient, process: number) => Promise<T>): Promise<T[]> {
  return Promise.all(clients.map(action));
}

function succeed(t: ExecutionContext, outcome: Outcome): Json {
  if ('answer' in outcome) return outcome.answer;
  t.fail(JSON.stringify(outcome.error));
  throw new Error('the call failed');
}

/** Makes a call as a caller should: again where others wrote the same record too often meanwhile. */
async function retryContention(t: ExecutionContext, attempt: () => Promise<Outcome>): Promise<void> {
  for (;;) {
    const outcome = await attempt();
    if ('answer' in outcome) return;
    if (outcome.error.reason !== 'WRITE_CONTENTION') {
      t.fail(JSON.stringify(outcome.error));
      return;
    }
  }
}
