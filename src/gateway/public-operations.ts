import type { Operation } from './route.js';
import { ERROR, pathParameter, READ_HEADERS } from './openapi-parts.js';

const NOT_MODIFIED = {
  description: 'The visitor has this state already.',
  headers: READ_HEADERS,
};

const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header',
  description: 'ETags of answers that the visitor has; one of them that still holds is answered with 304.',
  schema: { type: 'string' },
};

function answer(description: string, schema: object) {
  return { description, headers: READ_HEADERS, content: { 'application/json': { schema } } };
}

/** What `/openapi.json` says of the public reads. */
export const OPERATIONS = {
  getOrganizations: {
    operationId: 'getOrganizationsPublicMetadata',
    summary: 'Reads the public metadata of up to 100 organizations',
    description: 'One that has none is named in `missing` and is no error.',
    security: [{}, { credential: [] }],
    parameters: [
      {
        name: 'organization_id',
        in: 'query',
        required: true,
        description: 'The organizations, each as a parameter of its own. One that is given twice is answered once.',
        explode: true,
        schema: {
          type: 'array',
          minItems: 1,
          maxItems: 100,
          items: { $ref: '#/components/schemas/Id' },
        },
      },
      ifNoneMatch,
    ],
    responses: {
      200: answer('The records that were found, in the order of the request.', {
        type: 'object',
        required: ['data', 'missing'],
        additionalProperties: false,
        properties: {
          data: { type: 'array', items: { $ref: '#/components/schemas/OrganizationPublicMetadata' } },
          missing: { type: 'array', items: { $ref: '#/components/schemas/Id' } },
        },
      }),
      304: NOT_MODIFIED,
      default: ERROR,
    },
  },
  getOrganization: {
    operationId: 'getOrganizationPublicMetadata',
    summary: 'Reads the public metadata of an organization',
    security: [{}, { credential: [] }],
    parameters: [pathParameter('organization_id', 'the organization'), ifNoneMatch],
    responses: {
      200: answer('The record.', { $ref: '#/components/schemas/OrganizationPublicMetadata' }),
      304: NOT_MODIFIED,
      default: ERROR,
    },
  },
  getInvitation: {
    operationId: 'getInvitationPublicMetadata',
    summary: 'Reads the public metadata of an invitation',
    security: [{}, { credential: [] }],
    parameters: [
      pathParameter('organization_id', 'the organization'),
      pathParameter('invitation_id', 'the invitation'),
      ifNoneMatch,
    ],
    responses: {
      200: answer('The record.', { $ref: '#/components/schemas/InvitationPublicMetadata' }),
      304: NOT_MODIFIED,
      default: ERROR,
    },
  },
  getMembership: {
    operationId: 'getMembershipPublicMetadata',
    summary: 'Reads the public metadata of a membership',
    description: 'Needs a credential of the visitor.',
    security: [{ credential: [] }],
    parameters: [
      pathParameter('organization_id', 'the organization'),
      pathParameter('user_id', 'the user'),
      ifNoneMatch,
    ],
    responses: {
      200: answer('The record.', { $ref: '#/components/schemas/MembershipPublicMetadata' }),
      304: NOT_MODIFIED,
      default: ERROR,
    },
  },
} satisfies Record<string, Operation>;
