import { randomBytes } from 'node:crypto';
import { BackendMetadataService as Backend } from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import { readBody, takeDocument } from './clerk-body.js';
import { documentInvalid, queryInvalid } from './clerk-error.js';
import { countHeld, readWindow, readWindowQuery, type PageRequest } from './clerk-list.js';
import { CLERK_OPERATIONS } from './clerk-operations.js';
import { handleAsClerk, present, type ClerkRequest } from './clerk-request.js';
import { invitationStatus, toInvitation } from './clerk-resources.js';
import { findOrganization } from './find-organization.js';
import type { TakeTurn } from './limit-batches.js';
import type { Route } from './route.js';
import type { Upstream } from './upstream.js';

/** Makes the routes of invitations: create one with its public metadata, read one, list them. */
export function clerkInvitationRoutes(upstream: Upstream, takeTurn: TakeTurn): readonly Route[] {
  const path = '/v1/organizations/{organization_id}/invitations';
  const common = { forBrowsers: false, isClerks: true } as const;
  return [
    {
      ...common,
      method: 'get',
      path,
      operation: CLERK_OPERATIONS.listInvitations,
      handle: handleAsClerk(upstream, (request) => listInvitations(request, takeTurn)),
    },
    {
      ...common,
      method: 'post',
      path,
      operation: CLERK_OPERATIONS.createInvitation,
      handle: handleAsClerk(upstream, createInvitation),
    },
    {
      ...common,
      method: 'get',
      path: `${path}/{invitation_id}`,
      operation: CLERK_OPERATIONS.getInvitation,
      handle: handleAsClerk(upstream, getInvitation),
    },
  ];
}

/** What Clerk's invitations are created with besides metadata. It is taken and not kept: no mail is sent from here. */
const NOT_KEPT = ['email_address', 'role', 'inviter_user_id', 'redirect_url', 'expires_in_days', 'notify'];

async function createInvitation({ context, parameter, call }: ClerkRequest): Promise<object> {
  const body = await readBody(context, ['public_metadata', 'private_metadata', ...NOT_KEPT]);
  // Clerk takes null for none, in an invitation.
  if ((body.private_metadata ?? undefined) !== undefined) {
    throw documentInvalid('private_metadata', 'an invitation has public metadata only here; leave it out');
  }
  const publicMetadata = body.public_metadata === null ? undefined : takeDocument(body, 'public_metadata', 'replace');
  const { metadata } = await call(Backend.replaceOrganizationInvitationMetadata, {
    organizationId: parameter('organization_id'),
    invitationId: `orginv_${randomBytes(16).toString('hex')}`,
    publicMetadata: publicMetadata ?? {},
    // It must not exist.
    etag: '0',
    validateOnly: false,
  });
  return toInvitation(present(metadata));
}

async function getInvitation({ parameter, call }: ClerkRequest): Promise<object> {
  const request = { organizationId: parameter('organization_id'), invitationId: parameter('invitation_id') };
  const { metadata } = await call(Backend.getOrganizationInvitationMetadata, request);
  return toInvitation(present(metadata));
}

/** Clerk's words. The service has invitations of the first two only. */
const STATUSES = ['pending', 'accepted', 'revoked', 'expired'];

async function listInvitations(request: ClerkRequest, takeTurn: TakeTurn): Promise<object> {
  const { context, parameter, call } = request;
  const window = readWindowQuery(context, ['status']);
  const statuses = context.req.queries('status') ?? STATUSES;
  if (!statuses.every((status) => STATUSES.includes(status))) {
    throw queryInvalid('status', `must be one of ${STATUSES.join(', ')}`);
  }
  const organizationId = parameter('organization_id');
  const list = (page: PageRequest) =>
    call(Backend.listOrganizationInvitationMetadata, { organizationId, publicContains: undefined, ...page });
  // Only so that nobody takes a turn whose credential is none.
  await findOrganization(request);
  const { data, totalCount } = await takeTurn(countHeld(window), context.req.raw.signal, () =>
    readWindow(list, window, (record) => statuses.includes(invitationStatus(record))),
  );
  return { data: data.map(toInvitation), total_count: totalCount };
}
