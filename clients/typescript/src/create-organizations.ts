import { BackendMetadataService as rpcs } from '../../../gen/ts/orgmeta/v1/backend_metadata.js';
import type { Caller } from './caller.js';
import { createReads } from './create-reads.js';
import { createVerbs } from './create-verbs.js';
import type { Organizations } from './organizations.js';

const BOTH_DOCUMENTS = { publicMetadata: {}, privateMetadata: {} };

/** Gives each call on a kind of record its name. */
export function createOrganizations(caller: Caller): Organizations {
  const organization = createVerbs(caller, {
    rpcs: {
      get: rpcs.getOrganizationMetadata,
      update: rpcs.updateOrganizationMetadata,
      replace: rpcs.replaceOrganizationMetadata,
      delete: rpcs.deleteOrganizationMetadata,
      batchGet: rpcs.batchGetOrganizationMetadata,
      list: rpcs.listOrganizationMetadata,
    },
    noDocuments: BOTH_DOCUMENTS,
    batchField: 'organizationIds',
    defaults: { force: false },
  });
  const membership = createVerbs(caller, {
    rpcs: {
      get: rpcs.getOrganizationMembershipMetadata,
      update: rpcs.updateOrganizationMembershipMetadata,
      replace: rpcs.replaceOrganizationMembershipMetadata,
      delete: rpcs.deleteOrganizationMembershipMetadata,
      batchGet: rpcs.batchGetOrganizationMembershipMetadata,
      list: rpcs.listOrganizationMembershipMetadata,
    },
    noDocuments: BOTH_DOCUMENTS,
    batchField: 'keys',
    defaults: { organizationId: '', userId: '' },
  });
  const invitation = createVerbs(caller, {
    rpcs: {
      get: rpcs.getOrganizationInvitationMetadata,
      update: rpcs.updateOrganizationInvitationMetadata,
      replace: rpcs.replaceOrganizationInvitationMetadata,
      delete: rpcs.deleteOrganizationInvitationMetadata,
      batchGet: rpcs.batchGetOrganizationInvitationMetadata,
      list: rpcs.listOrganizationInvitationMetadata,
    },
    noDocuments: { publicMetadata: {} },
    batchField: 'keys',
    defaults: {},
    // On the wire, nobody is the empty string.
    toRecord: (message) => ({ ...message, acceptedUserId: (message as AcceptedBy).acceptedUserId || undefined }),
  });

  return {
    getOrganizationMetadata: organization.get,
    updateOrganizationMetadata: organization.update,
    replaceOrganizationMetadata: organization.replace,
    modifyOrganizationMetadata: organization.modify,
    deleteOrganizationMetadata: organization.delete,
    batchGetOrganizationMetadata: organization.batchGet,
    listOrganizationMetadata: organization.list,
    getOrganizationMembershipMetadata: membership.get,
    updateOrganizationMembershipMetadata: membership.update,
    replaceOrganizationMembershipMetadata: membership.replace,
    modifyOrganizationMembershipMetadata: membership.modify,
    deleteOrganizationMembershipMetadata: membership.delete,
    batchGetOrganizationMembershipMetadata: membership.batchGet,
    listOrganizationMembershipMetadata: membership.list,
    getOrganizationInvitationMetadata: invitation.get,
    updateOrganizationInvitationMetadata: invitation.update,
    replaceOrganizationInvitationMetadata: invitation.replace,
    modifyOrganizationInvitationMetadata: invitation.modify,
    deleteOrganizationInvitationMetadata: invitation.delete,
    batchGetOrganizationInvitationMetadata: invitation.batchGet,
    listOrganizationInvitationMetadata: invitation.list,
    acceptOrganizationInvitation: createReads(caller).getBy(rpcs.acceptOrganizationInvitation),
  };
}

interface AcceptedBy {
  readonly acceptedUserId: string;
}
