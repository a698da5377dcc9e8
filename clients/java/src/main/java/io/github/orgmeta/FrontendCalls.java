package io.github.orgmeta;

import io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataRequest;
import io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataResponse;
import io.github.orgmeta.v1.FrontendMetadataGrpc.FrontendMetadataBlockingStub;
import io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataRequest;
import io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataRequest;
import io.github.orgmeta.v1.GetOrganizationPublicMetadataRequest;
import io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataRequest;
import io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataResponse;
import java.util.Collection;

/** The calls that a frontend may make, too. */
abstract class FrontendCalls {
  final Calls calls;

  FrontendCalls(Calls calls) {
    this.calls = calls;
  }

  /** Reads the public metadata of one organization. */
  public OrganizationPublicRecord getOrganizationPublicMetadata(String organizationId) {
    GetOrganizationPublicMetadataRequest request =
        GetOrganizationPublicMetadataRequest.newBuilder().setOrganizationId(organizationId).build();
    return RecordReader.read(
        calls
            .frontend(request, FrontendMetadataBlockingStub::getOrganizationPublicMetadata)
            .getMetadata());
  }

  /** Reads the public metadata of up to 100 organizations. */
  public Batch<OrganizationPublicRecord, String> batchGetOrganizationPublicMetadata(
      Collection<String> organizationIds) {
    return BatchReader.read(
        organizationIds,
        ids -> {
          BatchGetOrganizationPublicMetadataRequest request =
              BatchGetOrganizationPublicMetadataRequest.newBuilder()
                  .addAllOrganizationIds(ids)
                  .build();
          BatchGetOrganizationPublicMetadataResponse answer =
              calls.frontend(
                  request, FrontendMetadataBlockingStub::batchGetOrganizationPublicMetadata);
          return new BatchReader.Answer<>(
              answer.getMetadataList().stream().map(RecordReader::read).toList(),
              answer.getMissingList(),
              answer.getUnprocessedList());
        },
        OrganizationPublicRecord::organizationId);
  }

  /** Reads the public metadata of one membership. */
  public MembershipPublicRecord getOrganizationMembershipPublicMetadata(
      String organizationId, String userId) {
    GetOrganizationMembershipPublicMetadataRequest request =
        GetOrganizationMembershipPublicMetadataRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setUserId(userId)
            .build();
    return RecordReader.read(
        calls
            .frontend(
                request, FrontendMetadataBlockingStub::getOrganizationMembershipPublicMetadata)
            .getMetadata());
  }

  /** Lists the public metadata of the memberships of one organization, ordered by user id. */
  public Listing<MembershipPublicRecord> listOrganizationMembershipPublicMetadata(
      String organizationId) {
    return listOrganizationMembershipPublicMetadata(organizationId, ListOptions.ALL);
  }

  /**
   * Lists the public metadata of the memberships of one organization that match it, ordered by user
   * id.
   */
  public Listing<MembershipPublicRecord> listOrganizationMembershipPublicMetadata(
      String organizationId, ListOptions options) {
    ListOrganizationMembershipPublicMetadataRequest.Builder request =
        ListOrganizationMembershipPublicMetadataRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setPageSize(options.publicOnly().pageSize());
    Calls.setDocument("public_contains", request::setPublicContains, options.publicContains());
    return new Listing<>(
        token -> {
          ListOrganizationMembershipPublicMetadataResponse page =
              calls.frontend(
                  request.clone().setPageToken(token).build(),
                  FrontendMetadataBlockingStub::listOrganizationMembershipPublicMetadata);
          return new Listing.Page<>(
              page.getMetadataList().stream().map(RecordReader::read).toList(),
              page.getNextPageToken());
        });
  }

  /** Reads the public metadata of one invitation. */
  public InvitationPublicRecord getOrganizationInvitationPublicMetadata(
      String organizationId, String invitationId) {
    GetOrganizationInvitationPublicMetadataRequest request =
        GetOrganizationInvitationPublicMetadataRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setInvitationId(invitationId)
            .build();
    return RecordReader.read(
        calls
            .frontend(
                request, FrontendMetadataBlockingStub::getOrganizationInvitationPublicMetadata)
            .getMetadata());
  }
}
