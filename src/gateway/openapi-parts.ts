/** What operations of `/openapi.json` have in common. */

/** Any answer that is an error. */
export const ERROR = { $ref: '#/components/responses/Error' };

/** The headers of a read. */
export const READ_HEADERS = {
  ETag: {
    description: 'Identifies this state, for If-None-Match.',
    required: true,
    schema: { type: 'string', pattern: '^"[^"]+"$' },
  },
  'Cache-Control': {
    description: 'Says who may keep the answer, and how long.',
    required: true,
    schema: { type: 'string' },
  },
};

/** A parameter of the path that is an id. */
export function pathParameter(name: string, what: string) {
  return {
    name,
    in: 'path',
    required: true,
    description: `Identifies ${what}.`,
    schema: { $ref: '#/components/schemas/Id' },
  };
}

const METADATA = {
  type: 'object',
  description: 'What the backend has written: any JSON object of at most 8192 bytes.',
  additionalProperties: true,
};

function record(ids: readonly string[]) {
  const required = [...ids, 'public_metadata', 'update_time'];
  const id = { $ref: '#/components/schemas/Id' };
  return {
    type: 'object',
    required,
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(ids.map((name) => [name, id])),
      public_metadata: { $ref: '#/components/schemas/Metadata' },
      update_time: { type: 'string', format: 'date-time', description: 'When the public metadata last changed.' },
    },
  };
}

/** What operations refer to. */
export const COMPONENTS = {
  securitySchemes: {
    credential: {
      type: 'http',
      scheme: 'bearer',
      description: 'An API key of orgmeta, or a token of a user if the service takes tokens.',
    },
  },
  schemas: {
    Id: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[!-.0-~]+$' },
    Metadata: METADATA,
    OrganizationPublicMetadata: record(['organization_id']),
    InvitationPublicMetadata: record(['organization_id', 'invitation_id']),
    MembershipPublicMetadata: record(['organization_id', 'user_id']),
    Error: {
      type: 'object',
      required: ['errors'],
      additionalProperties: false,
      properties: {
        errors: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            required: ['code', 'message', 'long_message', 'meta'],
            additionalProperties: false,
            properties: {
              code: { type: 'string', description: 'For programs.' },
              message: { type: 'string' },
              long_message: { type: 'string' },
              meta: { type: 'object', additionalProperties: { type: 'string' } },
            },
          },
        },
      },
    },
  },
  responses: {
    Error: {
      description: 'Why it was refused, or what went wrong, in the shape of Clerk’s errors.',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    },
  },
};
