import type { Case, CredentialName, Step } from '../case.js';
import type { Calls, Json, Outcome, Rpc } from '../client.js';
import type { Target } from '../run-cases.js';
import { plantCanaries } from './plant-canaries.js';

type Keys = Target['keys'];

/**
 * Runs the steps of cases with canaries in all documents, and has all who may not read private metadata look, after each
 * step, at what it was about.
 *
 * @returns the steps that did not end as their case says: what they were to show was then not shown.
 */
export async function runPlanted(client: Calls, keys: Keys, cases: readonly Case[]): Promise<string[]> {
  const strays: string[] = [];
  for (const { title, steps } of cases) {
    const answers: Record<string, Json> = {};
    for (const step of steps) {
      const { as = 'backend', call, request = {}, error, save } = step;
      const planted = plantCanaries(typeof request === 'function' ? request(answers) : request);
      const outcome = await client.call(call, planted, { ...keyOf(as, keys), ...step.options });
      if (!endsAs(outcome, error)) strays.push(`${title}: ${call}: ${JSON.stringify(outcome).slice(0, 300)}`);
      if (save !== undefined && 'answer' in outcome) answers[save] = outcome.answer;
      await lookFromOutside(client, keys, planted);
    }
  }
  return strays;
}

function endsAs(outcome: Outcome, error: Step['error']): boolean {
  if (error === undefined || !('error' in outcome)) return error === undefined && 'answer' in outcome;
  return (
    outcome.error.code === (error.code ?? outcome.error.code) &&
    outcome.error.reason === (error.reason ?? outcome.error.reason)
  );
}

const OUTSIDE = ['frontend', 'frontend of org-own', 'none'] as const;

/** Reads everything public about the owners of a request, as each caller who may not read more. */
export async function lookFromOutside(client: Calls, keys: Keys, request: Json): Promise<void> {
  const { organizationId, userId = 'u', invitationId = 'i' } = request;
  const organizationIds = (request.organizationIds ?? [organizationId ?? 'none']) as string[];
  const looks: [Rpc, Json][] = [
    ['batchGetOrganizationPublicMetadata', { organizationIds }],
    ...organizationIds.slice(0, 3).flatMap((id): [Rpc, Json][] => [
      ['getOrganizationPublicMetadata', { organizationId: id }],
      ['getOrganizationMembershipPublicMetadata', { organizationId: id, userId }],
      ['getOrganizationInvitationPublicMetadata', { organizationId: id, invitationId }],
      ['listOrganizationMembershipPublicMetadata', { organizationId: id }],
      [
        'listOrganizationMembershipPublicMetadata',
        { organizationId: id, publicContains: request.publicMetadata ?? {} },
      ],
    ]),
  ];
  await Promise.all(OUTSIDE.flatMap((as) => looks.map(([rpc, look]) => client.call(rpc, look, keyOf(as, keys)))));
}

export function keyOf(as: CredentialName, keys: Keys): { readonly key?: string } {
  return as === 'none' ? {} : { key: keys[as] };
}
