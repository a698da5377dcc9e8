import type { FrontendMetadataService } from '../../../gen/ts/orgmeta/v1/frontend_metadata.js';
import { invitations, memberships, organizations } from '../../wire/kinds.js';
import { parseOrganizationParent } from '../../wire/parse-request.js';
import type { HandlersOf } from '../add-service.js';
import { batchGetPublic } from './batch-get.js';
import { getPublic } from './get.js';
import { listPublic } from './list.js';

/** The rpcs of FrontendMetadata: a verb and a kind each. */
export const frontendHandlers: HandlersOf<FrontendMetadataService> = {
  getOrganizationPublicMetadata: getPublic(organizations),
  batchGetOrganizationPublicMetadata: batchGetPublic(organizations),
  getOrganizationMembershipPublicMetadata: getPublic(memberships),
  listOrganizationMembershipPublicMetadata: listPublic(memberships, parseOrganizationParent),
  getOrganizationInvitationPublicMetadata: getPublic(invitations),
};
