import type { CredentialName } from '../case.js';
import type { CallOptions, Json, Rpc } from '../client.js';
import { field, join, struct, value } from '../raw.js';
import { CANARIES } from './canaries.js';

/** A call that can't go well, and has a canary wherever it may be quoted. */
export interface Provocation {
  readonly call: Rpc;
  readonly request?: Json;
  readonly options?: CallOptions;
}

const { private: hidden, argument, header } = CANARIES;
const KEY = `${hidden}Key`;
const owner = { organizationId: 'provoked' };

/** Private documents that break each of the rules, beside or under the canary. */
const BROKEN: readonly Uint8Array[] = [
  struct([KEY, value.number(NaN)]),
  struct([KEY, value.number(Infinity)]),
  struct([KEY, value.kindless]),
  struct([KEY, value.string(Buffer.from([...Buffer.from(hidden), 0xff]))]),
  struct([Buffer.from([...Buffer.from(hidden), 0xff]), value.string(hidden)]),
  struct([`${hidden}\0`, value.string(hidden)]),
  struct(['__proto__', value.string(hidden)]),
  struct([KEY, value.string(hidden)], [KEY, value.string(hidden)]),
  struct([KEY, nest(40)]),
  struct([hidden.repeat(60), value.struct(struct([KEY, value.number(NaN)]))]),
  struct([KEY, value.list(value.string(hidden), value.number(NaN))]),
  Buffer.from(hidden),
];

/** Calls of every kind of refusal; each is made by every kind of caller. */
export const provocations: readonly Provocation[] = [
  ...BROKEN.flatMap((document): Provocation[] => [
    { call: 'updateOrganizationMetadata', options: { raw: join(field(1, 'provoked'), field(3, document)) } },
    {
      call: 'updateOrganizationMembershipMetadata',
      options: { raw: join(field(1, 'provoked'), field(2, 'u'), field(4, document)) },
    },
    { call: 'listOrganizationMembershipMetadata', options: { raw: join(field(1, 'provoked'), field(6, document)) } },
    // Of the frontend, in fields that it does not have.
    ...(['getOrganizationPublicMetadata', 'listOrganizationMembershipPublicMetadata'] as const).map((call) => ({
      call,
      options: { raw: join(field(1, 'provoked'), field(6, document), field(3, document)) },
    })),
  ]),
  { call: 'updateOrganizationMetadata', request: { ...owner, privateMetadata: { [KEY]: hidden.repeat(1100) } } },
  { call: 'replaceOrganizationMetadata', request: { ...owner, privateMetadata: { [hidden.repeat(1100)]: 1 } } },
  { call: 'updateOrganizationMetadata', request: { ...owner, privateMetadata: { [KEY]: hidden }, etag: argument } },
  { call: 'updateOrganizationMetadata', request: { ...owner, privateMetadata: { [KEY]: hidden }, etag: '0' } },
  {
    call: 'updateOrganizationMetadata',
    request: { ...owner, privateMetadata: { [KEY]: hidden }, etag: argument.repeat(20) },
  },
  { call: 'updateOrganizationMetadata', request: { ...owner, privateMetadata: { [KEY]: hidden }, validateOnly: true } },
  { call: 'getOrganizationMetadata', request: { organizationId: argument } },
  { call: 'getOrganizationPublicMetadata', request: { organizationId: argument } },
  { call: 'getOrganizationMembershipPublicMetadata', request: { organizationId: argument, userId: argument } },
  { call: 'getOrganizationInvitationPublicMetadata', request: { organizationId: argument, invitationId: argument } },
  { call: 'getOrganizationMembershipMetadata', request: { organizationId: 'provoked', userId: `${argument}/` } },
  { call: 'batchGetOrganizationPublicMetadata', request: { organizationIds: [argument, ''] } },
  { call: 'deleteOrganizationMetadata', request: { organizationId: argument, force: true } },
  {
    call: 'acceptOrganizationInvitation',
    request: { organizationId: argument, invitationId: argument, userId: argument },
  },
  { call: 'listOrganizationMembershipMetadata', request: { ...owner, pageToken: argument } },
  { call: 'listOrganizationMembershipPublicMetadata', request: { ...owner, pageToken: argument } },
  {
    call: 'listOrganizationMembershipMetadata',
    request: { ...owner, privateContains: { [KEY]: hidden.repeat(1100) } },
  },
  { call: 'listOrganizationMembershipMetadata', request: { ...owner, privateContains: costlyFilter() } },
  {
    call: 'updateOrganizationMetadata',
    options: { raw: Buffer.concat([Buffer.from([0x0a, 0xff]), Buffer.from(hidden)]) },
  },
  { call: 'updateOrganizationMetadata', options: { raw: Buffer.from(hidden.repeat(40_000)) } },
  {
    call: 'updateOrganizationMetadata',
    request: { ...owner, privateMetadata: { [KEY]: hidden } },
    options: { gzip: true },
  },
  {
    call: 'updateOrganizationMetadata',
    request: { ...owner, privateMetadata: { [KEY]: hidden } },
    options: { deadline: 0 },
  },
  {
    call: 'updateOrganizationMetadata',
    request: { ...owner, privateMetadata: { [KEY]: hidden } },
    options: { headers: { 'x-custom': header, cookie: header, 'grpc-trace': header } },
  },
];

/** The values of `authorization` headers, and credentials, that are none. */
export const badCredentials: readonly string[] = [
  header,
  `Basic ${Buffer.from(header).toString('base64')}`,
  `Bearer ${header}`,
  `Bearer om_sk_${header.padEnd(49, 'x')}`,
  `Bearer om_pk_${header}`,
  `Bearer ${header}.${header}.${header}`,
  `Bearer ${header} ${header}`,
];

/** A filter that takes too many comparisons with the document that {@link costlyDocument} gives. */
function costlyFilter(): Json {
  return { [KEY]: Array.from({ length: 700 }, (_, n) => [n]) };
}

/** A document that {@link costlyFilter} takes too long with. */
export function costlyDocument(): Json {
  return { [KEY]: Array.from({ length: 700 }, (_, n) => [-1 - n]) };
}

function nest(levels: number): Uint8Array {
  let nested = value.string(hidden);
  for (let level = 0; level < levels; level += 1) nested = value.struct(struct([KEY, nested]));
  return nested;
}

/** Who provokes: every kind of caller. */
export const PROVOKERS: readonly CredentialName[] = [
  'backend',
  'backend of org-own',
  'frontend',
  'frontend of org-own',
  'none',
  'revoked',
];
