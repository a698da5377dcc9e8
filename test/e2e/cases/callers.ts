import type { Case, CredentialName, Step } from '../case.js';

const READ = { call: 'getOrganizationPublicMetadata', request: { organizationId: 'callers' } } as const;

const refused = (as: CredentialName, reason: string): Step => ({
  ...READ,
  as,
  error: { code: 'UNAUTHENTICATED', reason },
});

/** Roles, scopes, and credentials that are none. */
export const callerCases: readonly Case[] = [
  {
    title: 'a frontend reads public metadata only, and can write nothing',
    steps: [
      {
        call: 'updateOrganizationMetadata',
        request: { organizationId: 'roles', publicMetadata: { a: 1 }, privateMetadata: { secret: 1 } },
      },
      {
        call: 'getOrganizationPublicMetadata',
        as: 'frontend',
        request: { organizationId: 'roles' },
        answer: { metadata: { publicMetadata: { a: 1 } } },
      },
      ...(['getOrganizationMetadata', 'updateOrganizationMetadata', 'deleteOrganizationMetadata'] as const).map(
        (call) => ({
          call,
          as: 'frontend' as const,
          request: { organizationId: 'roles' },
          error: {
            code: 'PERMISSION_DENIED' as const,
            reason: 'ROLE_NOT_ALLOWED',
            metadata: { required_role: 'backend' },
          },
        }),
      ),
      {
        call: 'getOrganizationPublicMetadata',
        request: { organizationId: 'roles' },
        answer: { metadata: { publicMetadata: { a: 1 } } },
      },
    ],
  },
  {
    title: 'a credential that is missing, wrong, revoked or expired is refused, and a typo is told apart',
    steps: [
      refused('none', 'CREDENTIAL_MISSING'),
      refused('garbage', 'CREDENTIAL_INVALID'),
      refused('truncated', 'CREDENTIAL_INVALID'),
      refused('unknown', 'CREDENTIAL_INVALID'),
      refused('revoked', 'CREDENTIAL_INVALID'),
      refused('expired', 'CREDENTIAL_INVALID'),
      { ...refused('mistyped', 'CREDENTIAL_INVALID'), error: { reason: 'CREDENTIAL_INVALID', message: /mistyped/ } },
      {
        ...READ,
        as: 'none',
        options: { headers: { authorization: 'Basic abc' } },
        error: { reason: 'CREDENTIAL_INVALID' },
      },
    ],
  },
  {
    title: 'a credential of one organization reaches that one and no other',
    steps: [
      ...['org-own', 'org-foreign'].flatMap((organizationId) => [
        { call: 'updateOrganizationMetadata' as const, request: { organizationId, publicMetadata: { a: 1 } } },
        {
          call: 'updateOrganizationMembershipMetadata' as const,
          request: { organizationId, userId: 'both', publicMetadata: {} },
        },
      ]),
      {
        call: 'getOrganizationMetadata',
        as: 'backend of org-own',
        request: { organizationId: 'org-own' },
        answer: { metadata: { organizationId: 'org-own' } },
      },
      ...(['getOrganizationMetadata', 'updateOrganizationMetadata', 'deleteOrganizationMetadata'] as const).map(
        (call) => ({
          call,
          as: 'backend of org-own' as const,
          request: { organizationId: 'org-foreign' },
          error: { code: 'PERMISSION_DENIED' as const, reason: 'ORGANIZATION_NOT_ALLOWED' },
        }),
      ),
      {
        call: 'batchGetOrganizationPublicMetadata',
        as: 'frontend of org-own',
        request: { organizationIds: ['org-own', 'org-foreign'] },
        error: { code: 'PERMISSION_DENIED', reason: 'ORGANIZATION_NOT_ALLOWED' },
      },
      {
        call: 'listOrganizationMembershipMetadata',
        as: 'backend of org-own',
        request: { userId: 'both' },
        answer: { metadata: [{ organizationId: 'org-own', userId: 'both' }], nextPageToken: '' },
      },
      {
        call: 'listOrganizationMembershipMetadata',
        request: { userId: 'both' },
        answer: { metadata: [{ organizationId: 'org-foreign' }, { organizationId: 'org-own' }] },
      },
      {
        call: 'listOrganizationMetadata',
        as: 'backend of org-own',
        answer: { metadata: [{ organizationId: 'org-own' }], nextPageToken: '' },
      },
    ],
  },
  {
    title: 'to enumerate memberships a frontend needs a credential of that organization',
    steps: [
      ...['u1', 'u2', 'hidden'].map((userId) => ({
        call: 'updateOrganizationMembershipMetadata' as const,
        request: {
          organizationId: 'org-own',
          userId: `list-${userId}`,
          [userId === 'hidden' ? 'privateMetadata' : 'publicMetadata']: { listed: true },
        },
      })),
      {
        call: 'listOrganizationMembershipPublicMetadata',
        as: 'frontend',
        request: { organizationId: 'org-own' },
        error: { code: 'PERMISSION_DENIED', reason: 'ORGANIZATION_NOT_ALLOWED' },
      },
      ...(['frontend of org-own', 'backend'] as const).map((as) => ({
        call: 'listOrganizationMembershipPublicMetadata' as const,
        as,
        request: { organizationId: 'org-own', publicContains: { listed: true } },
        answer: { metadata: [{ userId: 'list-u1' }, { userId: 'list-u2' }], nextPageToken: '' },
      })),
    ],
  },
  {
    title: 'a change of private metadata is invisible to the frontend, and so is a record without public metadata',
    steps: [
      {
        call: 'updateOrganizationMetadata',
        request: { organizationId: 'invisible', privateMetadata: { a: 1 } },
      },
      {
        call: 'getOrganizationPublicMetadata',
        as: 'frontend',
        request: { organizationId: 'invisible' },
        error: { code: 'NOT_FOUND', reason: 'METADATA_NOT_FOUND' },
      },
      { call: 'updateOrganizationMetadata', request: { organizationId: 'invisible', publicMetadata: { b: 1 } } },
      { call: 'getOrganizationPublicMetadata', as: 'frontend', request: { organizationId: 'invisible' }, save: 'seen' },
      { call: 'updateOrganizationMetadata', request: { organizationId: 'invisible', privateMetadata: { a: 2 } } },
      {
        call: 'getOrganizationPublicMetadata',
        as: 'frontend',
        request: { organizationId: 'invisible' },
        answer: (saved) => saved.seen ?? {},
      },
    ],
  },
];
