import type { BackendMetadataService } from '../../../gen/ts/orgmeta/v1/backend_metadata.js';
import { invitations, memberships, organizations } from '../../wire/kinds.js';
import { parseMembershipParent, parseOrganizationParent } from '../../wire/parse-request.js';
import type { HandlersOf } from '../add-service.js';
import { batchGet } from './batch-get.js';
import { get } from './get.js';
import { list } from './list.js';
import { accept, remove, write } from './write.js';

/** The rpcs of BackendMetadata: a verb and a kind each. */
export const backendHandlers: HandlersOf<BackendMetadataService> = {
  getOrganizationMetadata: get(organizations),
  updateOrganizationMetadata: write(organizations, 'update'),
  replaceOrganizationMetadata: write(organizations, 'replace'),
  deleteOrganizationMetadata: remove(organizations),
  batchGetOrganizationMetadata: batchGet(organizations),
  listOrganizationMetadata: list(organizations, () => ({})),

  getOrganizationMembershipMetadata: get(memberships),
  updateOrganizationMembershipMetadata: write(memberships, 'update'),
  replaceOrganizationMembershipMetadata: write(memberships, 'replace'),
  deleteOrganizationMembershipMetadata: remove(memberships),
  batchGetOrganizationMembershipMetadata: batchGet(memberships),
  listOrganizationMembershipMetadata: list(memberships, parseMembershipParent),

  getOrganizationInvitationMetadata: get(invitations),
  updateOrganizationInvitationMetadata: write(invitations, 'update'),
  replaceOrganizationInvitationMetadata: write(invitations, 'replace'),
  deleteOrganizationInvitationMetadata: remove(invitations),
  batchGetOrganizationInvitationMetadata: batchGet(invitations),
  listOrganizationInvitationMetadata: list(invitations, parseOrganizationParent),

  acceptOrganizationInvitation: accept(),
};
