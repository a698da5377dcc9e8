import type { Case } from '../case.js';
import type { Rpc } from '../client.js';

const BAD_IDS: readonly (readonly [what: string, id: string])[] = [
  ['empty', ''],
  ['of 129 characters', 'x'.repeat(129)],
  ['with a slash', 'a/b'],
  ['with a space', 'a b'],
  ['not ASCII', 'é'],
  ['with a control character', 'a\u0007'],
];

const ID_FIELDS: readonly (readonly [rpc: Rpc, field: string, request: (id: string) => Record<string, unknown>])[] = [
  ['getOrganizationMetadata', 'organization_id', (id) => ({ organizationId: id })],
  ['updateOrganizationMembershipMetadata', 'user_id', (id) => ({ organizationId: 'ids', userId: id })],
  ['deleteOrganizationInvitationMetadata', 'invitation_id', (id) => ({ organizationId: 'ids', invitationId: id })],
  ['acceptOrganizationInvitation', 'user_id', (id) => ({ organizationId: 'ids', invitationId: 'i', userId: id })],
  ['batchGetOrganizationMetadata', 'organization_ids[1]', (id) => ({ organizationIds: ['ids', id] })],
  [
    'batchGetOrganizationMembershipMetadata',
    'keys[1].user_id',
    (id) => ({
      keys: [
        { organizationId: 'ids', userId: 'u' },
        { organizationId: 'ids', userId: id },
      ],
    }),
  ],
  ['getOrganizationInvitationPublicMetadata', 'invitation_id', (id) => ({ organizationId: 'ids', invitationId: id })],
];

const ids = (count: number) => Array.from({ length: count }, (_, index) => `batch-${index}`);

/** Ids, batches and bytes that are not a message. */
export const argumentCases: readonly Case[] = [
  ...BAD_IDS.map(([what, id]) => ({
    title: `an id ${what} is refused, and the error names its field`,
    steps: ID_FIELDS.map(([call, field, request]) => ({
      call,
      request: request(id),
      error: {
        code: 'INVALID_ARGUMENT' as const,
        reason: 'ARGUMENT_INVALID',
        metadata: { field },
        fields: [field],
      },
    })),
  })),
  {
    title: 'an id of 128 characters of every allowed sort is kept',
    steps: [
      {
        call: 'updateOrganizationMetadata',
        request: { organizationId: `!"#$%&'()*+,-.:;<=>?@[\\]^_\`{|}~`.padEnd(128, 'Z'), publicMetadata: { a: 1 } },
        answer: { metadata: { publicMetadata: { a: 1 } } },
      },
    ],
  },
  {
    title: 'a batch of none or of 101 is refused',
    steps: [0, 101].map((count) => ({
      call: 'batchGetOrganizationMetadata' as const,
      request: { organizationIds: ids(count) },
      error: { code: 'INVALID_ARGUMENT' as const, reason: 'ARGUMENT_INVALID', fields: ['organization_ids'] },
    })),
  },
  {
    title: 'a batch of 100 is answered in its order, each owner once, and names the missing',
    steps: [
      ...[7, 3].map((number) => ({
        call: 'updateOrganizationMetadata' as const,
        request: { organizationId: `batch-${number}`, publicMetadata: { number }, privateMetadata: { number } },
      })),
      {
        call: 'batchGetOrganizationMetadata',
        request: { organizationIds: ['batch-7', ...ids(98), 'batch-7'] },
        answer: {
          metadata: [
            { organizationId: 'batch-7', privateMetadata: { number: 7 } },
            { organizationId: 'batch-3', privateMetadata: { number: 3 } },
          ],
          missing: ids(98).filter((id) => id !== 'batch-7' && id !== 'batch-3'),
          unprocessed: [],
        },
      },
      {
        call: 'batchGetOrganizationPublicMetadata',
        as: 'frontend',
        request: { organizationIds: ['batch-3', 'batch-none'] },
        answer: { metadata: [{ organizationId: 'batch-3', publicMetadata: { number: 3 } }], missing: ['batch-none'] },
      },
    ],
  },
  {
    title: 'a batch that would not fit into an answer leaves the rest unprocessed',
    steps: [
      // 8 KB of small numbers are 45 KB as a Struct; with both documents 40 of these are more than 3 MiB.
      ...Array.from({ length: 40 }, (_, index) => ({
        call: 'replaceOrganizationMembershipMetadata' as const,
        request: {
          organizationId: 'heavy',
          userId: `u${String(index).padStart(2, '0')}`,
          publicMetadata: { n: Array<number>(4000).fill(1) },
          privateMetadata: { n: Array<number>(4000).fill(1) },
        },
      })),
      {
        call: 'batchGetOrganizationMembershipMetadata',
        request: {
          keys: Array.from({ length: 40 }, (_, index) => ({
            organizationId: 'heavy',
            userId: `u${String(index).padStart(2, '0')}`,
          })),
        },
        answer: {
          unprocessed: ['35', '36', '37', '38', '39'].map((n) => ({ organizationId: 'heavy', userId: `u${n}` })),
        },
      },
      {
        call: 'listOrganizationMembershipMetadata',
        request: { organizationId: 'heavy', pageSize: 1000 },
        answer: { metadata: Array.from({ length: 35 }, () => ({ organizationId: 'heavy' })) },
        tries: 5,
        save: 'page',
      },
      {
        call: 'listOrganizationMembershipMetadata',
        request: (saved) => ({ organizationId: 'heavy', pageSize: 1000, pageToken: saved.page?.nextPageToken }),
        answer: { metadata: Array.from({ length: 5 }, () => ({ organizationId: 'heavy' })), nextPageToken: '' },
        tries: 5,
      },
    ],
  },
  {
    title: 'bytes that are not a message are refused as an argument',
    steps: [Buffer.from('garbage'), Buffer.from([0x0a, 0x05, 0x61]), Buffer.from([0xff, 0xff, 0xff])].map((raw) => ({
      call: 'updateOrganizationMetadata' as const,
      options: { raw },
      error: { code: 'INVALID_ARGUMENT' as const, reason: 'ARGUMENT_INVALID' },
    })),
  },
  {
    title: 'a request past 256 KiB is refused by the transport',
    steps: [
      {
        call: 'updateOrganizationMetadata',
        request: { organizationId: 'huge', publicMetadata: { a: 'x'.repeat(256 * 1024) } },
        error: { code: 'RESOURCE_EXHAUSTED' },
      },
    ],
  },
  {
    title: 'a request that announces gzip is refused before it is inflated',
    steps: [
      {
        call: 'getOrganizationMetadata',
        request: { organizationId: 'gzip' },
        options: { gzip: true },
        error: { code: 'UNIMPLEMENTED' },
      },
    ],
  },
  {
    title: 'a deadline that has passed is answered as such',
    steps: [
      {
        call: 'getOrganizationMetadata',
        request: { organizationId: 'late' },
        options: { deadline: 0 },
        error: { code: 'DEADLINE_EXCEEDED' },
      },
    ],
  },
];
