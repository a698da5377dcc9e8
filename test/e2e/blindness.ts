import { randomBytes } from 'node:crypto';
import type { ExecutionContext, TestFn } from 'ava';
import { declareCases } from '../declare-cases.js';
import type { Skips } from '../servers/cannot.js';
import type { CredentialName } from './case.js';
import { E2eClient, type Json, type Received, type Rpc } from './client.js';
import type { Target } from './run-cases.js';

/** What a frontend may ask of an organization, and what a backend may ask of the frontend's service. */
type Look = readonly [as: Exclude<CredentialName, 'none'>, rpc: Rpc, request: Json];

/** Declares the tests that show that no frontend caller can tell whether private metadata exists, or changes. */
export function declareBlindnessTests(test: TestFn, name: string, target: () => Target, skips: Skips = {}): void {
  const cases = [
    {
      title: 'the bytes of what a frontend caller is answered are the same whatever becomes of private metadata',
      run: (t: ExecutionContext) => comparePrivateChanges(t, target()),
    },
    {
      title: 'a public etag counts public changes alone, whatever private ones came before and between',
      run: (t: ExecutionContext) => compareEtags(t, target()),
    },
  ];
  declareCases(test, { name: `${name}: blindness`, cases, skips });
}

async function comparePrivateChanges(t: ExecutionContext, { keys, client, addresses }: Target): Promise<void> {
  const organizationId = `blind-${randomBytes(4).toString('hex')}`;
  const marker = { blind: organizationId };
  const write = async (rpc: Rpc, request: Json) => client().call(rpc, request, { key: keys.backend });
  const done = async (rpc: Rpc, request: Json) => {
    const outcome = await write(rpc, request);
    t.true('answer' in outcome, `${rpc}: ${JSON.stringify(outcome)}`);
  };
  await done('updateOrganizationMetadata', { organizationId, publicMetadata: marker });
  await done('updateOrganizationInvitationMetadata', { organizationId, invitationId: 'i', publicMetadata: marker });
  for (const userId of ['blind-b', 'blind-d']) {
    for (const owner of [organizationId, 'org-own']) {
      await done('updateOrganizationMembershipMetadata', { organizationId: owner, userId, publicMetadata: marker });
    }
  }
  // Each look goes to the next address, and so the changes too: all of them answer with the same bytes.
  const watchers = addresses.map((address) => watch(t, address, keys));
  let turn = 0;
  const look = async () => (await watchers[(turn += 1) % watchers.length]?.(looksAt(organizationId, marker))) ?? [];
  const before = await look();
  const findChanged = async () => (await look()).filter((seen, index) => seen !== before[index]);
  t.deepEqual(await findChanged(), [], 'looking twice shows the same');

  let changes = 0;
  for (const [rpc, request] of privateChanges(organizationId)) {
    await write(rpc, request);
    t.deepEqual(await findChanged(), [], `after ${rpc} ${JSON.stringify(request).slice(0, 200)}`);
    changes += 1;
  }
  t.log(
    `${before.length} answers at ${addresses.length} addresses in turn, after each of ${changes} private changes, differences: 0`,
  );

  await done('updateOrganizationMetadata', { organizationId, publicMetadata: { changed: true } });
  t.not((await findChanged()).length, 0, 'a public change shows');
}

async function compareEtags(t: ExecutionContext, { keys, client }: Target): Promise<void> {
  const counts: (string | undefined)[] = [];
  for (const privateChanges of [0, 3]) {
    const organizationId = `blind-etag-${privateChanges}-${randomBytes(4).toString('hex')}`;
    const update = (change: Json) =>
      client().call('updateOrganizationMetadata', { organizationId, ...change }, { key: keys.backend });
    for (const round of [1, 2]) {
      for (let n = 0; n < privateChanges; n += 1) await update({ privateMetadata: { n: [round, n] } });
      await update({ publicMetadata: { round } });
    }
    const read = await client().call('getOrganizationPublicMetadata', { organizationId }, { key: keys.frontend });
    const etag = 'answer' in read ? String((read.answer.metadata as Json).etag) : '';
    // Before it stands the random number of the record.
    counts.push(/-(.*)$/.exec(etag)?.[1]);
  }
  t.is(counts[0], '2');
  t.is(counts[1], counts[0]);
}

/** Every way to look, of every caller. The members with private metadata alone would stand first, between and last. */
function looksAt(organizationId: string, marker: Json): Look[] {
  const missing = `${organizationId}-hidden`;
  const callers = ['frontend', 'frontend of org-own', 'backend'] as const;
  return [
    ...callers.flatMap((as): Look[] => [
      [as, 'getOrganizationPublicMetadata', { organizationId }],
      [as, 'getOrganizationPublicMetadata', { organizationId: missing }],
      [as, 'batchGetOrganizationPublicMetadata', { organizationIds: [missing, organizationId, `${missing}-no`] }],
      ...['blind-b', 'blind-c'].map((userId): Look => [
        as,
        'getOrganizationMembershipPublicMetadata',
        { organizationId, userId },
      ]),
      [as, 'getOrganizationInvitationPublicMetadata', { organizationId, invitationId: 'i' }],
      [as, 'listOrganizationMembershipPublicMetadata', { organizationId }],
      [as, 'listOrganizationMembershipPublicMetadata', { organizationId, publicContains: marker }],
      [as, 'listOrganizationMembershipPublicMetadata', { organizationId, pageSize: 1 }],
      [as, 'listOrganizationMembershipPublicMetadata', { organizationId, pageSize: 2 }],
    ]),
    [
      'frontend of org-own',
      'listOrganizationMembershipPublicMetadata',
      { organizationId: 'org-own', publicContains: marker },
    ],
    [
      'frontend of org-own',
      'getOrganizationMembershipPublicMetadata',
      { organizationId: 'org-own', userId: 'blind-c' },
    ],
  ];
}

/** Everything that a backend can do to private metadata, also what is refused. */
function privateChanges(organizationId: string): [Rpc, Json][] {
  const hidden = { organizationId: `${organizationId}-hidden` };
  const large = { x: 'x'.repeat(8000) };
  const owners = [
    ['Organization', { organizationId }],
    ['OrganizationMembership', { organizationId, userId: 'blind-b' }],
    ['OrganizationMembership', { organizationId: 'org-own', userId: 'blind-b' }],
    ['Organization', hidden],
    ...['blind-a', 'blind-c', 'blind-e'].flatMap((userId) => [
      ['OrganizationMembership', { organizationId, userId }] as const,
      ['OrganizationMembership', { organizationId: 'org-own', userId }] as const,
    ]),
  ] as const;
  const hasPublic = (owner: Json) =>
    owner.userId === 'blind-b' || (owner.userId === undefined && owner.organizationId === organizationId);
  return owners.flatMap(([kind, owner]): [Rpc, Json][] => [
    [`update${kind}Metadata`, { ...owner, privateMetadata: { a: 1 }, validateOnly: true }],
    [`update${kind}Metadata`, { ...owner, privateMetadata: { a: 1 } }],
    [`update${kind}Metadata`, { ...owner, publicMetadata: {}, privateMetadata: large }],
    [`update${kind}Metadata`, { ...owner, privateMetadata: { y: 'y'.repeat(8000) } }],
    [`update${kind}Metadata`, { ...owner, privateMetadata: { a: 2 }, etag: 'other' }],
    [`replace${kind}Metadata`, { ...owner, privateMetadata: { b: [1, 2, { c: 3 }] } }],
    [`replace${kind}Metadata`, { ...owner, privateMetadata: {} }],
    ...(hasPublic(owner) ? [] : ([[`delete${kind}Metadata`, owner]] as [Rpc, Json][])),
    [`update${kind}Metadata`, { ...owner, privateMetadata: { back: true } }],
  ]);
}

/** Makes a caller that looks, and gives all that came back of each look, but for the date and what is in a sealed page token. */
function watch(t: ExecutionContext, address: string, keys: Target['keys']) {
  let received: Received | undefined;
  const client = new E2eClient(address, undefined, (last) => (received = last));
  t.teardown(() => {
    client.close();
  });
  return async (looks: readonly Look[]): Promise<string[]> => {
    const seen: string[] = [];
    for (const [as, rpc, request] of looks) {
      const outcome = await client.call(rpc, request, { key: keys[as] });
      if (received === undefined) throw new Error('nothing was received');
      const { headers, message, status } = received;
      for (const metadata of [headers, status.metadata]) metadata.remove('date');
      const { nextPageToken: token = '' } = ('answer' in outcome ? outcome.answer : {}) as { nextPageToken?: string };
      const text = message?.toString('latin1').replace(token, 't'.repeat(token.length));
      seen.push(JSON.stringify([as, rpc, request, headers, text, status.code, status.details, status.metadata]));
    }
    return seen;
  };
}
