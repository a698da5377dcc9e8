import type { Case } from '../case.js';

const invitation = (invitationId: string) => ({ organizationId: 'accept', invitationId });

/** Accepting invitations. */
export const acceptanceCases: readonly Case[] = [
  {
    title: 'an invitation is accepted exactly once, and its metadata wins in the membership',
    steps: [
      {
        call: 'updateOrganizationMembershipMetadata',
        request: {
          organizationId: 'accept',
          userId: 'u1',
          publicMetadata: { team: 'old', own: { kept: 1 } },
          privateMetadata: { p: 1 },
        },
      },
      {
        call: 'replaceOrganizationInvitationMetadata',
        request: { ...invitation('i1'), publicMetadata: { team: 'new', own: { added: null } } },
      },
      {
        call: 'acceptOrganizationInvitation',
        request: { ...invitation('i1'), userId: 'u1' },
        answer: {
          metadata: {
            userId: 'u1',
            publicMetadata: { team: 'new', own: { kept: 1, added: null } },
            privateMetadata: { p: 1 },
          },
        },
        save: 'first',
      },
      {
        call: 'acceptOrganizationInvitation',
        request: { ...invitation('i1'), userId: 'u1' },
        answer: (saved) => saved.first ?? {},
      },
      {
        call: 'acceptOrganizationInvitation',
        request: { ...invitation('i1'), userId: 'u2' },
        error: { code: 'FAILED_PRECONDITION', reason: 'INVITATION_ALREADY_ACCEPTED' },
      },
      {
        call: 'getOrganizationInvitationMetadata',
        request: invitation('i1'),
        answer: { metadata: { acceptedUserId: 'u1', publicMetadata: { team: 'new', own: { added: null } } } },
      },
      ...(['updateOrganizationInvitationMetadata', 'replaceOrganizationInvitationMetadata'] as const).map((call) => ({
        call,
        request: { ...invitation('i1'), publicMetadata: { team: 'newer' } },
        error: { code: 'FAILED_PRECONDITION' as const, reason: 'INVITATION_ALREADY_ACCEPTED' },
      })),
      { call: 'deleteOrganizationInvitationMetadata', request: invitation('i1') },
    ],
  },
  {
    title: 'accepting creates the membership, which the frontend then sees',
    steps: [
      {
        call: 'updateOrganizationInvitationMetadata',
        request: { ...invitation('i2'), publicMetadata: { welcome: true } },
      },
      { call: 'acceptOrganizationInvitation', request: { ...invitation('i2'), userId: 'new' } },
      {
        call: 'getOrganizationMembershipPublicMetadata',
        as: 'frontend',
        request: { organizationId: 'accept', userId: 'new' },
        answer: { metadata: { publicMetadata: { welcome: true } } },
      },
    ],
  },
  {
    title:
      'an invitation whose metadata would not fit into the membership is not accepted, and one that is not there is not found',
    steps: [
      {
        call: 'updateOrganizationMembershipMetadata',
        request: { organizationId: 'accept', userId: 'full', publicMetadata: { a: 'x'.repeat(5000) } },
      },
      {
        call: 'updateOrganizationInvitationMetadata',
        request: { ...invitation('i3'), publicMetadata: { b: 'x'.repeat(5000) } },
      },
      {
        call: 'acceptOrganizationInvitation',
        request: { ...invitation('i3'), userId: 'full' },
        error: { code: 'INVALID_ARGUMENT', reason: 'METADATA_TOO_LARGE', fields: ['public_metadata'] },
      },
      {
        call: 'getOrganizationInvitationMetadata',
        request: invitation('i3'),
        answer: { metadata: { acceptedUserId: '' } },
      },
      {
        call: 'acceptOrganizationInvitation',
        request: { ...invitation('i-none'), userId: 'u' },
        error: { code: 'NOT_FOUND', metadata: { organization_id: 'accept', invitation_id: 'i-none' } },
      },
    ],
  },
];
