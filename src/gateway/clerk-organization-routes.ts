import { BackendMetadataService as Backend } from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import { readBody, takeDocument } from './clerk-body.js';
import { CLERK_OPERATIONS } from './clerk-operations.js';
import { handleAsClerk, present, type ClerkRequest } from './clerk-request.js';
import { toOrganization } from './clerk-resources.js';
import type { Route } from './route.js';
import type { Upstream } from './upstream.js';

/** Makes the routes of one organization: read, merge and replace its metadata. */
export function clerkOrganizationRoutes(upstream: Upstream): readonly Route[] {
  const path = '/v1/organizations/{organization_id}';
  const common = { forBrowsers: false, isClerks: true } as const;
  return [
    {
      ...common,
      method: 'get',
      path,
      operation: CLERK_OPERATIONS.getOrganization,
      handle: handleAsClerk(upstream, getOrganization),
    },
    {
      ...common,
      method: 'patch',
      path: `${path}/metadata`,
      operation: CLERK_OPERATIONS.mergeOrganization,
      handle: handleAsClerk(upstream, (request) => write(request, 'merge')),
    },
    {
      ...common,
      method: 'put',
      path: `${path}/metadata`,
      operation: CLERK_OPERATIONS.replaceOrganization,
      handle: handleAsClerk(upstream, (request) => write(request, 'replace')),
    },
  ];
}

async function getOrganization({ parameter, call }: ClerkRequest): Promise<object> {
  const request = { organizationId: parameter('organization_id') };
  const { metadata } = await call(Backend.getOrganizationMetadata, request);
  return toOrganization(present(metadata));
}

async function write({ context, parameter, call }: ClerkRequest, verb: 'merge' | 'replace'): Promise<object> {
  const body = await readBody(context, ['public_metadata', 'private_metadata']);
  const request = {
    organizationId: parameter('organization_id'),
    publicMetadata: takeDocument(body, 'public_metadata', verb),
    privateMetadata: takeDocument(body, 'private_metadata', verb),
    etag: '',
    validateOnly: false,
  };
  const { metadata } = await (verb === 'merge'
    ? call(Backend.updateOrganizationMetadata, request)
    : call(Backend.replaceOrganizationMetadata, request));
  return toOrganization(present(metadata));
}
