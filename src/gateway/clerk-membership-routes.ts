import {
  BackendMetadataService as Backend,
  type OrganizationMembershipMetadata,
} from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import { readBody, takeDocument } from './clerk-body.js';
import { countHeld, readWindow, readWindowQuery, type Window, type Windowed } from './clerk-list.js';
import { CLERK_OPERATIONS } from './clerk-operations.js';
import { handleAsClerk, present, type ClerkRequest } from './clerk-request.js';
import { toMembership } from './clerk-resources.js';
import { findOrganization } from './find-organization.js';
import type { TakeTurn } from './limit-batches.js';
import type { Route } from './route.js';
import type { Upstream } from './upstream.js';

/** Makes the routes of memberships: merge one's metadata, and list them. */
export function clerkMembershipRoutes(upstream: Upstream, takeTurn: TakeTurn): readonly Route[] {
  const path = '/v1/organizations/{organization_id}/memberships';
  const common = { forBrowsers: false, isClerks: true } as const;
  return [
    {
      ...common,
      method: 'get',
      path,
      operation: CLERK_OPERATIONS.listMemberships,
      handle: handleAsClerk(upstream, (request) => listMemberships(request, takeTurn)),
    },
    {
      ...common,
      method: 'patch',
      path: `${path}/{user_id}/metadata`,
      operation: CLERK_OPERATIONS.mergeMembership,
      handle: handleAsClerk(upstream, mergeMembership),
    },
  ];
}

async function mergeMembership(request: ClerkRequest): Promise<object> {
  const { context, parameter, call } = request;
  const body = await readBody(context, ['public_metadata', 'private_metadata']);
  const documents = {
    publicMetadata: takeDocument(body, 'public_metadata', 'merge'),
    privateMetadata: takeDocument(body, 'private_metadata', 'merge'),
  };
  // Before the write, so that a failure of either says that nothing was written.
  const organization = await findOrganization(request);
  const { metadata } = await call(Backend.updateOrganizationMembershipMetadata, {
    organizationId: parameter('organization_id'),
    userId: parameter('user_id'),
    ...documents,
    etag: '',
    validateOnly: false,
  });
  return toMembership(present(metadata), organization);
}

async function listMemberships(request: ClerkRequest, takeTurn: TakeTurn): Promise<object> {
  const { req } = request.context;
  const window = readWindowQuery(request.context, ['user_id']);
  const users = req.queries('user_id');
  // Before the turn, so that nobody takes one whose credential is none.
  const organization = await findOrganization(request);
  return takeTurn(users?.length ?? countHeld(window), req.raw.signal, async () => {
    const found = await (users === undefined ? readAll(request, window) : readMembers(request, users, window));
    return { data: found.data.map((record) => toMembership(record, organization)), total_count: found.totalCount };
  });
}

function readAll({ parameter, call }: ClerkRequest, window: Window): Promise<Windowed<OrganizationMembershipMetadata>> {
  const organizationId = parameter('organization_id');
  const filter = { organizationId, userId: '', publicContains: undefined, privateContains: undefined };
  return readWindow((page) => call(Backend.listOrganizationMembershipMetadata, { ...filter, ...page }), window);
}

/** Reads the memberships of some users, of whom there may be as many as the service takes in a batch. */
async function readMembers(
  { parameter, call }: ClerkRequest,
  users: readonly string[],
  { limit, offset }: Window,
): Promise<Windowed<OrganizationMembershipMetadata>> {
  const found: OrganizationMembershipMetadata[] = [];
  let keys = users.map((userId) => ({ organizationId: parameter('organization_id'), userId }));
  do {
    const answer = await call(Backend.batchGetOrganizationMembershipMetadata, { keys });
    if (answer.unprocessed.length >= keys.length) throw new Error('a batch made no progress');
    found.push(...answer.metadata);
    keys = answer.unprocessed;
  } while (keys.length > 0);
  return { data: found.slice(offset, offset + limit), totalCount: found.length };
}
