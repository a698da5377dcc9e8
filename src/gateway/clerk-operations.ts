import { ERROR, pathParameter } from './openapi-parts.js';
import type { Operation } from './route.js';

const CLERK = ['Clerk-compatible'];
const SECURITY = [{ credential: [] }];

const METADATA = { type: 'object', additionalProperties: true };

/** The members that answers of these routes have in common; what else Clerk's have is there, and empty. */
function resource(object: string, more: object = {}) {
  return {
    type: 'object',
    required: ['object', 'id', 'public_metadata', 'private_metadata', 'created_at', 'updated_at'],
    properties: {
      object: { type: 'string', enum: [object] },
      id: { type: 'string' },
      public_metadata: METADATA,
      private_metadata: METADATA,
      created_at: { type: 'integer', description: 'Milliseconds since the Unix epoch.' },
      updated_at: { type: 'integer', description: 'Milliseconds since the Unix epoch.' },
      ...more,
    },
  };
}

const ORGANIZATION = resource('organization');
const MEMBERSHIP = resource('organization_membership', {
  organization: ORGANIZATION,
  public_user_data: { type: 'object', required: ['user_id'], properties: { user_id: { type: 'string' } } },
});
const INVITATION = resource('organization_invitation', {
  organization_id: { type: 'string' },
  status: { type: 'string', enum: ['pending', 'accepted'] },
});

function answers(description: string, schema: object) {
  return { 200: { description, content: { 'application/json': { schema } } }, default: ERROR };
}

function list(what: string, item: object) {
  return answers(`A part of the ${what}, by id.`, {
    type: 'object',
    required: ['data', 'total_count'],
    additionalProperties: false,
    properties: {
      data: { type: 'array', items: item },
      total_count: {
        type: 'integer',
        description: 'How many there are; exact up to 5000, more than that says no more.',
      },
    },
  });
}

function body(properties: object) {
  const schema = { type: 'object', additionalProperties: false, properties };
  return { content: { 'application/json': { schema } } };
}

function query(name: string, description: string, schema: object) {
  return { name, in: 'query', description, schema };
}

const DOCUMENTS = body({ public_metadata: METADATA, private_metadata: METADATA });
const WINDOW = [
  query('limit', 'How many to give.', { type: 'integer', minimum: 1, maximum: 500, default: 10 }),
  query('offset', 'How many to pass over.', { type: 'integer', minimum: 0, maximum: 5000, default: 0 }),
];
const organization = pathParameter('organization_id', 'the organization');

/** What `/openapi.json` says of the routes of Clerk's API. */
export const CLERK_OPERATIONS = {
  getOrganization: {
    operationId: 'getOrganization',
    summary: 'Reads an organization’s metadata',
    tags: CLERK,
    security: SECURITY,
    parameters: [organization],
    responses: answers('The organization.', ORGANIZATION),
  },
  mergeOrganization: {
    operationId: 'mergeOrganizationMetadata',
    summary: 'Merges into an organization’s metadata; null removes a member',
    tags: CLERK,
    security: SECURITY,
    parameters: [organization],
    requestBody: DOCUMENTS,
    responses: answers('The organization as it is now.', ORGANIZATION),
  },
  replaceOrganization: {
    operationId: 'replaceOrganizationMetadata',
    summary: 'Replaces each document that is given',
    tags: CLERK,
    security: SECURITY,
    parameters: [organization],
    requestBody: DOCUMENTS,
    responses: answers('The organization as it is now.', ORGANIZATION),
  },
  listMemberships: {
    operationId: 'listOrganizationMemberships',
    summary: 'Lists the memberships of an organization',
    tags: CLERK,
    security: SECURITY,
    parameters: [
      organization,
      ...WINDOW,
      query('user_id', 'Only those of these users.', { type: 'array', maxItems: 100, items: { type: 'string' } }),
    ],
    responses: list('memberships', MEMBERSHIP),
  },
  mergeMembership: {
    operationId: 'mergeOrganizationMembershipMetadata',
    summary: 'Merges into a membership’s metadata; null removes a member',
    tags: CLERK,
    security: SECURITY,
    parameters: [organization, pathParameter('user_id', 'the user')],
    requestBody: DOCUMENTS,
    responses: answers('The membership as it is now.', MEMBERSHIP),
  },
  listInvitations: {
    operationId: 'listOrganizationInvitations',
    summary: 'Lists the invitations of an organization',
    tags: CLERK,
    security: SECURITY,
    parameters: [
      organization,
      ...WINDOW,
      query('status', 'Only those of these.', {
        type: 'array',
        items: { type: 'string', enum: ['pending', 'accepted', 'revoked', 'expired'] },
      }),
    ],
    responses: list('invitations', INVITATION),
  },
  createInvitation: {
    operationId: 'createOrganizationInvitation',
    summary: 'Creates an invitation with its public metadata',
    description: 'Nothing is sent to anybody, and what is not metadata is not kept.',
    tags: CLERK,
    security: SECURITY,
    parameters: [organization],
    requestBody: body({
      public_metadata: { ...METADATA, type: ['object', 'null'] },
      private_metadata: { type: 'null' },
      email_address: {},
      role: {},
      inviter_user_id: {},
      redirect_url: {},
      expires_in_days: {},
      notify: {},
    }),
    responses: answers('The invitation.', INVITATION),
  },
  getInvitation: {
    operationId: 'getOrganizationInvitation',
    summary: 'Reads an invitation',
    tags: CLERK,
    security: SECURITY,
    parameters: [organization, pathParameter('invitation_id', 'the invitation')],
    responses: answers('The invitation.', INVITATION),
  },
} satisfies Record<string, Operation>;
