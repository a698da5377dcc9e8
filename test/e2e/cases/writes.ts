import { saved, type Case } from '../case.js';

const org = (organizationId: string) => ({ organizationId });

/** Update, Replace and Delete; etags; what a write leaves as it was. */
export const writeCases: readonly Case[] = [
  {
    title: 'an update creates a record, merges deep, and null removes at any depth',
    steps: [
      {
        call: 'updateOrganizationMetadata',
        request: {
          ...org('merge'),
          publicMetadata: { plan: 'free', links: { site: 'https://a.example', blog: 'b' }, tags: ['a', 'b'] },
          privateMetadata: { stripe: { customer: 'cus_1' } },
        },
        answer: { metadata: { publicSizeBytes: 80, privateSizeBytes: 31 } },
      },
      {
        call: 'updateOrganizationMetadata',
        request: {
          ...org('merge'),
          publicMetadata: { plan: 'pro', links: { blog: null, docs: 'd' }, tags: ['c'], gone: null },
        },
        answer: {
          metadata: {
            publicMetadata: { plan: 'pro', links: { site: 'https://a.example', docs: 'd' }, tags: ['c'] },
            privateMetadata: { stripe: { customer: 'cus_1' } },
          },
        },
      },
      {
        call: 'getOrganizationMetadata',
        request: org('merge'),
        answer: {
          metadata: {
            organizationId: 'merge',
            publicMetadata: { plan: 'pro', links: { site: 'https://a.example', docs: 'd' }, tags: ['c'] },
            privateMetadata: { stripe: { customer: 'cus_1' } },
          },
        },
      },
    ],
  },
  {
    title: 'an update that changes nothing leaves etag and times as they were',
    steps: [
      {
        call: 'updateOrganizationMetadata',
        request: { ...org('quiet'), publicMetadata: { a: { b: [1, { c: null }] } }, privateMetadata: { p: 1 } },
        save: 'first',
      },
      ...[
        {},
        { publicMetadata: {} },
        { publicMetadata: { a: { b: [1, { c: null }] }, x: null }, privateMetadata: { p: 1 } },
      ].map((change) => ({
        call: 'updateOrganizationMetadata' as const,
        request: { ...org('quiet'), ...change },
        answer: (answers: Parameters<typeof saved>[0]) => ({ metadata: saved(answers, 'first') }),
      })),
    ],
  },
  {
    title: 'replace sets each given document whole, keeps null, leaves an absent one, and {} clears',
    steps: [
      {
        call: 'replaceOrganizationMetadata',
        request: { ...org('replace'), publicMetadata: { a: null, b: { c: 1 } }, privateMetadata: { p: 1 } },
        answer: { metadata: { publicMetadata: { a: null, b: { c: 1 } }, privateMetadata: { p: 1 } } },
      },
      {
        call: 'replaceOrganizationMetadata',
        request: { ...org('replace'), publicMetadata: { d: 1 } },
        answer: { metadata: { publicMetadata: { d: 1 }, privateMetadata: { p: 1 } } },
      },
      {
        call: 'replaceOrganizationMetadata',
        request: { ...org('replace'), privateMetadata: {} },
        answer: { metadata: { publicMetadata: { d: 1 }, privateMetadata: {}, privateSizeBytes: 2 } },
      },
    ],
  },
  {
    title: 'an etag makes a write conditional: the current one goes, another is ABORTED with the current one',
    steps: [
      { call: 'updateOrganizationMetadata', request: { ...org('etag'), publicMetadata: { n: 1 } }, save: 'one' },
      {
        call: 'updateOrganizationMetadata',
        request: (answers) => ({ ...org('etag'), publicMetadata: { n: 2 }, etag: saved(answers, 'one').etag }),
        answer: { metadata: { publicMetadata: { n: 2 } } },
        save: 'two',
      },
      {
        call: 'updateOrganizationMetadata',
        request: (answers) => ({ ...org('etag'), publicMetadata: { n: 3 }, etag: saved(answers, 'one').etag }),
        error: { code: 'ABORTED', reason: 'ETAG_MISMATCH' },
      },
      {
        call: 'getOrganizationMetadata',
        request: org('etag'),
        answer: (answers) => ({ metadata: saved(answers, 'two') }),
      },
      { call: 'getOrganizationPublicMetadata', as: 'frontend', request: org('etag'), save: 'public' },
      {
        call: 'replaceOrganizationMetadata',
        request: (answers) => ({ ...org('etag'), publicMetadata: {}, etag: saved(answers, 'public').etag }),
        error: { code: 'ABORTED', reason: 'ETAG_MISMATCH' },
      },
    ],
  },
  {
    title: 'the etag "*" asks that the record exists, "0" that it does not',
    steps: [
      {
        call: 'updateOrganizationMetadata',
        request: { ...org('star'), publicMetadata: { n: 1 }, etag: '*' },
        error: { code: 'NOT_FOUND', reason: 'METADATA_NOT_FOUND', metadata: { organization_id: 'star' } },
      },
      {
        call: 'updateOrganizationMetadata',
        request: { ...org('star'), publicMetadata: { n: 1 }, etag: '0' },
        save: 'created',
      },
      {
        call: 'updateOrganizationMetadata',
        request: { ...org('star'), publicMetadata: { n: 2 }, etag: '0' },
        error: { code: 'ABORTED', reason: 'ETAG_MISMATCH' },
      },
      {
        call: 'updateOrganizationMetadata',
        request: { ...org('star'), publicMetadata: { n: 2 }, etag: '*' },
        answer: { metadata: { publicMetadata: { n: 2 } } },
      },
    ],
  },
  {
    title: 'validate_only stores nothing, and answers with the etag to send with the real write',
    steps: [
      {
        call: 'updateOrganizationMetadata',
        request: { ...org('dry'), publicMetadata: { n: 1 }, validateOnly: true },
        answer: { metadata: { publicMetadata: { n: 1 }, etag: '0', publicSizeBytes: 7 } },
      },
      { call: 'getOrganizationMetadata', request: org('dry'), error: { code: 'NOT_FOUND' } },
      {
        call: 'updateOrganizationMetadata',
        request: { ...org('dry'), publicMetadata: { n: 1 }, etag: '0' },
        save: 'real',
      },
      {
        call: 'replaceOrganizationMetadata',
        request: { ...org('dry'), publicMetadata: { m: 2 }, validateOnly: true },
        answer: (answers) => ({ metadata: { publicMetadata: { m: 2 }, etag: saved(answers, 'real').etag } }),
      },
      {
        call: 'getOrganizationMetadata',
        request: org('dry'),
        answer: (answers) => ({ metadata: saved(answers, 'real') }),
      },
    ],
  },
  {
    title: 'memberships and invitations are written in the same way, each by its own ids',
    steps: [
      {
        call: 'updateOrganizationMembershipMetadata',
        request: { ...org('kinds'), userId: 'u1', publicMetadata: { role: 'admin' }, privateMetadata: { salary: 1 } },
        answer: { metadata: { organizationId: 'kinds', userId: 'u1', publicMetadata: { role: 'admin' } } },
      },
      {
        call: 'updateOrganizationInvitationMetadata',
        request: { ...org('kinds'), invitationId: 'u1', publicMetadata: { greeting: 'hi' } },
        answer: { metadata: { invitationId: 'u1', publicMetadata: { greeting: 'hi' }, acceptedUserId: '' } },
      },
      {
        call: 'getOrganizationMembershipPublicMetadata',
        as: 'frontend',
        request: { ...org('kinds'), userId: 'u1' },
        answer: { metadata: { publicMetadata: { role: 'admin' } } },
      },
      {
        call: 'getOrganizationInvitationPublicMetadata',
        as: 'frontend',
        request: { ...org('kinds'), invitationId: 'u1' },
        answer: { metadata: { publicMetadata: { greeting: 'hi' } } },
      },
      { call: 'getOrganizationMetadata', request: org('kinds'), error: { code: 'NOT_FOUND' } },
    ],
  },
  {
    title: 'a deletion ends a record, honours its etag, and a second one is NOT_FOUND',
    steps: [
      { call: 'updateOrganizationMetadata', request: { ...org('delete'), publicMetadata: { n: 1 } }, save: 'one' },
      {
        call: 'deleteOrganizationMetadata',
        request: { ...org('delete'), etag: 'other' },
        error: { code: 'ABORTED', reason: 'ETAG_MISMATCH' },
      },
      {
        call: 'deleteOrganizationMetadata',
        request: (answers) => ({ ...org('delete'), etag: saved(answers, 'one').etag }),
      },
      { call: 'getOrganizationMetadata', request: org('delete'), error: { code: 'NOT_FOUND' } },
      { call: 'deleteOrganizationMetadata', request: org('delete'), error: { code: 'NOT_FOUND' } },
      { call: 'updateOrganizationMetadata', request: { ...org('delete'), publicMetadata: { n: 1 } } },
      {
        call: 'updateOrganizationMetadata',
        request: (answers) => ({ ...org('delete'), publicMetadata: { n: 2 }, etag: saved(answers, 'one').etag }),
        error: { code: 'ABORTED', reason: 'ETAG_MISMATCH' },
      },
    ],
  },
  {
    title: 'memberships and invitations block the deletion of their organization, and go with it under force',
    steps: [
      { call: 'updateOrganizationMetadata', request: { ...org('full'), publicMetadata: { n: 1 } } },
      {
        call: 'updateOrganizationMembershipMetadata',
        request: { ...org('full'), userId: 'u-full', publicMetadata: {} },
      },
      {
        call: 'updateOrganizationInvitationMetadata',
        request: { ...org('full'), invitationId: 'i', publicMetadata: {} },
      },
      {
        call: 'deleteOrganizationMetadata',
        request: org('full'),
        error: { code: 'FAILED_PRECONDITION', reason: 'ORGANIZATION_NOT_EMPTY' },
      },
      { call: 'deleteOrganizationMetadata', request: { ...org('full'), force: true } },
      {
        call: 'getOrganizationMembershipMetadata',
        request: { ...org('full'), userId: 'u-full' },
        error: { code: 'NOT_FOUND' },
      },
      {
        call: 'getOrganizationInvitationMetadata',
        request: { ...org('full'), invitationId: 'i' },
        error: { code: 'NOT_FOUND', metadata: { organization_id: 'full', invitation_id: 'i' } },
      },
      { call: 'listOrganizationMembershipMetadata', request: { userId: 'u-full' }, answer: { metadata: [] } },
    ],
  },
];
