import type { OrganizationMembershipMetadata } from '../../../gen/ts/orgmeta/v1/backend_metadata.js';
import { backendEtag, ETAG_ABSENT } from '../../domain/etag.js';
import type { Owner } from '../../domain/owner.js';
import type { Change } from '../../store/store.js';
import { invitations, memberships, type KindOnWire, type OwnerFields } from '../../wire/kinds.js';
import { checkId, parseChange, parseDeletion, parseOwner, type ChangeFields } from '../../wire/parse-request.js';
import type { Handler } from '../unary.js';

/** Answers `Update{K}Metadata` and `Replace{K}Metadata`. */
export function write<O extends Owner, Key, Resource extends { etag: string }, PublicResource>(
  kind: KindOnWire<O, Key, Resource, PublicResource>,
  verb: Change['verb'],
): Handler<OwnerFields & ChangeFields, { metadata: Resource }> {
  return async (request, store) => {
    const owner = parseOwner(kind, request);
    const change = parseChange(verb, request);
    const { record, before } = await store.write(owner, change);
    const metadata = kind.toResource(owner, record);
    // What was only validated has no etag yet: the one that makes the real write do the same is the current one.
    if (change.validateOnly) metadata.etag = before === undefined ? ETAG_ABSENT : backendEtag(before);
    return { metadata };
  };
}

/** Answers `Delete{K}Metadata`. */
export function remove<O extends Owner, Key, Resource, PublicResource>(
  kind: KindOnWire<O, Key, Resource, PublicResource>,
): Handler<OwnerFields & { etag: string; force?: boolean }, object> {
  return async (request, store) => {
    const owner = parseOwner(kind, request);
    await store.delete(owner, parseDeletion(request));
    return {};
  };
}

/** Answers `AcceptOrganizationInvitation`. */
export function accept(): Handler<
  { organizationId: string; invitationId: string; userId: string },
  { metadata: OrganizationMembershipMetadata }
> {
  return async (request, store) => {
    const invitation = parseOwner(invitations, request);
    const userId = checkId('user_id', request.userId);
    const record = await store.accept(invitation, userId);
    const membership = memberships.toOwner({ ...request, userId });
    return { metadata: memberships.toResource(membership, record) };
  };
}
