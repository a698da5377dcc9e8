import type { ExecutionContext } from 'ava';
import type { Calls, Outcome } from '../client.js';
import type { Target } from '../run-cases.js';
import type { CanaryTokens } from './canary-tokens.js';
import { badCredentials, costlyDocument, PROVOKERS, provocations } from './provocations.js';
import { keyOf, lookFromOutside } from './run-planted.js';

/** Has every kind of caller provoke every kind of refusal. Gives the reasons and codes that came back. */
export async function runProvocations(
  t: ExecutionContext,
  client: Calls,
  keys: Target['keys'],
  tokens: CanaryTokens,
): Promise<ReadonlySet<string>> {
  const reasons = new Set<string>();
  const note = (outcome: Outcome) => {
    reasons.add('error' in outcome ? (outcome.error.reason ?? outcome.error.code) : 'OK');
  };
  const costly = { organizationId: 'provoked', userId: 'u', privateMetadata: costlyDocument() };
  note(await client.call('updateOrganizationMembershipMetadata', costly, keyOf('backend', keys)));
  const callers = [...PROVOKERS.map((as) => keyOf(as, keys)), { key: tokens.frontend }, { key: tokens.backend }];
  for (const { call, request = {}, options } of provocations) {
    for (const caller of callers) note(await client.call(call, request, { ...caller, ...options }));
  }
  const read = (options: object) => client.call('getOrganizationPublicMetadata', { organizationId: 'a' }, options);
  for (const authorization of [...badCredentials, ...tokens.refused.map((token) => `Bearer ${token}`)]) {
    t.like(await read({ headers: { authorization } }), { error: { reason: 'CREDENTIAL_INVALID' } });
  }
  for (const organizationId of ['provoked', 'merge', 'invisible', 'org-own']) {
    await lookFromOutside(client, keys, { organizationId, publicMetadata: {} });
  }
  while (!reasons.has('RATE_LIMITED')) {
    const reads = await Promise.all(Array.from({ length: 100 }, () => read(keyOf('frontend', keys))));
    reads.forEach(note);
  }
  return reasons;
}
