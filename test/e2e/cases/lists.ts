import type { Case } from '../case.js';

const owners = Array.from({ length: 7 }, (_, index) => ({ organizationId: 'paged', userId: `u${index}` }));
const REFUSED_TOKEN = { code: 'INVALID_ARGUMENT', reason: 'ARGUMENT_INVALID', fields: ['page_token'] } as const;

/** Paging, page tokens, and finding records by what they contain. */
export const listCases: readonly Case[] = [
  {
    title: 'paging returns each record once, in order, and ends',
    steps: [
      ...owners.map((owner, index) => ({
        call: 'updateOrganizationMembershipMetadata' as const,
        request: {
          ...owner,
          publicMetadata: { even: index % 2 === 0, tags: [`t${index}`, 'all'] },
          privateMetadata: { n: index },
        },
      })),
      {
        call: 'listOrganizationMembershipMetadata',
        request: { organizationId: 'paged', pageSize: 3 },
        answer: { metadata: owners.slice(0, 3) },
        save: 'one',
      },
      {
        call: 'listOrganizationMembershipMetadata',
        request: (saved) => ({ organizationId: 'paged', pageSize: 3, pageToken: saved.one?.nextPageToken }),
        answer: { metadata: owners.slice(3, 6) },
        save: 'two',
      },
      {
        call: 'listOrganizationMembershipMetadata',
        request: (saved) => ({ organizationId: 'paged', pageSize: 1000, pageToken: saved.two?.nextPageToken }),
        answer: { metadata: owners.slice(6), nextPageToken: '' },
      },
      {
        call: 'listOrganizationMembershipMetadata',
        request: { organizationId: 'paged', publicContains: { even: true, tags: ['all'] }, privateContains: {} },
        answer: { metadata: [0, 2, 4, 6].map((index) => ({ userId: `u${index}` })), nextPageToken: '' },
      },
      {
        call: 'listOrganizationMembershipMetadata',
        request: { organizationId: 'paged', privateContains: { n: 5 } },
        answer: { metadata: [{ userId: 'u5', privateMetadata: { n: 5 } }], nextPageToken: '' },
      },
    ],
  },
  {
    title: 'a page token is useless with another filter, listing or caller, tampered with, or made up',
    steps: [
      ...['a', 'b', 'c'].flatMap((id) => [
        {
          call: 'updateOrganizationMembershipMetadata' as const,
          request: { organizationId: 'org-own', userId: `token-${id}`, publicMetadata: { t: 1 } },
        },
        {
          call: 'updateOrganizationInvitationMetadata' as const,
          request: { organizationId: 'org-own', invitationId: `token-${id}`, publicMetadata: { t: 1 } },
        },
      ]),
      {
        call: 'listOrganizationMembershipMetadata',
        request: { organizationId: 'org-own', pageSize: 1, publicContains: { t: 1 } },
        save: 'page',
      },
      ...[
        { organizationId: 'org-own', publicContains: { t: 2 } },
        { organizationId: 'org-own' },
        { organizationId: 'token-other', publicContains: { t: 1 } },
        { userId: 'token-a', publicContains: { t: 1 } },
      ].map((listing) => ({
        call: 'listOrganizationMembershipMetadata' as const,
        request: (saved: Record<string, Record<string, unknown>>) => ({
          ...listing,
          pageToken: saved.page?.nextPageToken,
        }),
        error: REFUSED_TOKEN,
      })),
      {
        call: 'listOrganizationInvitationMetadata',
        request: (saved) => ({
          organizationId: 'org-own',
          publicContains: { t: 1 },
          pageToken: saved.page?.nextPageToken,
        }),
        error: REFUSED_TOKEN,
      },
      {
        call: 'listOrganizationMembershipMetadata',
        as: 'backend of org-own',
        request: (saved) => ({
          organizationId: 'org-own',
          publicContains: { t: 1 },
          pageToken: saved.page?.nextPageToken,
        }),
        error: REFUSED_TOKEN,
      },
      ...[
        (token: string) => `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`,
        (token: string) => `${token}A`,
        (token: string) => token.slice(0, -1),
        () => 'made-up',
      ].map((tamper) => ({
        call: 'listOrganizationMembershipMetadata' as const,
        request: (saved: Record<string, Record<string, unknown>>) => ({
          organizationId: 'org-own',
          publicContains: { t: 1 },
          pageToken: tamper(String(saved.page?.nextPageToken)),
        }),
        error: REFUSED_TOKEN,
      })),
    ],
  },
  {
    title: 'what a listing needs is said by field: a parent, no negative page size, a filter within the limit',
    steps: [
      {
        call: 'listOrganizationMembershipMetadata',
        request: {},
        error: { reason: 'ARGUMENT_INVALID', fields: ['organization_id'] },
      },
      {
        call: 'listOrganizationMembershipMetadata',
        request: { organizationId: 'a', userId: 'b' },
        error: { reason: 'ARGUMENT_INVALID', fields: ['user_id'] },
      },
      {
        call: 'listOrganizationInvitationMetadata',
        request: {},
        error: { reason: 'ARGUMENT_INVALID', fields: ['organization_id'] },
      },
      {
        call: 'listOrganizationMetadata',
        request: { pageSize: -1 },
        error: { reason: 'ARGUMENT_INVALID', fields: ['page_size'] },
      },
      {
        call: 'listOrganizationMetadata',
        request: { publicContains: { a: 'x'.repeat(9000) } },
        error: { reason: 'METADATA_TOO_LARGE', fields: ['public_contains'] },
      },
    ],
  },
  {
    title: 'an organization or invitation without records lists as empty',
    steps: [
      {
        call: 'listOrganizationInvitationMetadata',
        request: { organizationId: 'none' },
        answer: { metadata: [], nextPageToken: '' },
      },
      {
        call: 'listOrganizationMembershipMetadata',
        request: { userId: 'none' },
        answer: { metadata: [], nextPageToken: '' },
      },
    ],
  },
];
