package io.github.orgmeta;

import io.github.orgmeta.v1.AcceptOrganizationInvitationRequest;
import io.github.orgmeta.v1.BackendMetadataGrpc.BackendMetadataBlockingStub;
import io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataRequest;
import io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataResponse;
import io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataRequest;
import io.github.orgmeta.v1.GetOrganizationInvitationMetadataRequest;
import io.github.orgmeta.v1.ListOrganizationInvitationMetadataRequest;
import io.github.orgmeta.v1.ListOrganizationInvitationMetadataResponse;
import io.github.orgmeta.v1.OrganizationInvitationKey;
import io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataRequest;
import io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The backend's calls about invitations. */
abstract class InvitationCalls extends MembershipCalls {
  InvitationCalls(Calls calls) {
    super(calls);
  }

  /** Reads the metadata of one invitation. */
  public InvitationRecord getOrganizationInvitationMetadata(
      String organizationId, String invitationId) {
    GetOrganizationInvitationMetadataRequest request =
        GetOrganizationInvitationMetadataRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setInvitationId(invitationId)
            .build();
    return RecordReader.read(
        calls
            .backend(request, BackendMetadataBlockingStub::getOrganizationInvitationMetadata)
            .getMetadata());
  }

  /**
   * Merges, as JSON Merge Patch does, into the public metadata of one invitation, and creates the
   * record if there is none.
   */
  public InvitationRecord updateOrganizationInvitationMetadata(
      String organizationId, String invitationId, Map<String, ?> publicMetadata) {
    return updateOrganizationInvitationMetadata(
        organizationId, invitationId, publicMetadata, WriteOptions.NONE);
  }

  /**
   * Merges, as JSON Merge Patch does, into the public metadata of one invitation, under a
   * condition.
   */
  public InvitationRecord updateOrganizationInvitationMetadata(
      String organizationId,
      String invitationId,
      Map<String, ?> publicMetadata,
      WriteOptions options) {
    UpdateOrganizationInvitationMetadataRequest.Builder request =
        UpdateOrganizationInvitationMetadataRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setInvitationId(invitationId)
            .setEtag(options.etag())
            .setValidateOnly(options.validateOnly());
    Calls.setDocument("public_metadata", request::setPublicMetadata, publicMetadata);
    return RecordReader.read(
        calls
            .write(
                options.etag(),
                request.build(),
                BackendMetadataBlockingStub::updateOrganizationInvitationMetadata)
            .getMetadata());
  }

  /** Sets the public metadata of one invitation whole, and creates the record if there is none. */
  public InvitationRecord replaceOrganizationInvitationMetadata(
      String organizationId, String invitationId, Map<String, ?> publicMetadata) {
    return replaceOrganizationInvitationMetadata(
        organizationId, invitationId, publicMetadata, WriteOptions.NONE);
  }

  /** Sets the public metadata of one invitation whole, under a condition. */
  public InvitationRecord replaceOrganizationInvitationMetadata(
      String organizationId,
      String invitationId,
      Map<String, ?> publicMetadata,
      WriteOptions options) {
    ReplaceOrganizationInvitationMetadataRequest.Builder request =
        ReplaceOrganizationInvitationMetadataRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setInvitationId(invitationId)
            .setEtag(options.etag())
            .setValidateOnly(options.validateOnly());
    Calls.setDocument("public_metadata", request::setPublicMetadata, publicMetadata);
    return RecordReader.read(
        calls
            .write(
                options.etag(),
                request.build(),
                BackendMetadataBlockingStub::replaceOrganizationInvitationMetadata)
            .getMetadata());
  }

  /**
   * Changes one invitation by a function of its public metadata, and never loses what another did
   * meanwhile: it begins anew, ten times at most, when somebody else was faster, so the function
   * may run more than once. What does not exist yet is given empty.
   */
  public InvitationRecord modifyOrganizationInvitationMetadata(
      String organizationId, String invitationId, UnaryOperator<Map<String, Object>> change) {
    return new Modifier<InvitationRecord, Map<String, Object>>(
            () -> getOrganizationInvitationMetadata(organizationId, invitationId),
            InvitationRecord::publicMetadata,
            LinkedHashMap::new,
            InvitationRecord::etag,
            (changed, options) ->
                replaceOrganizationInvitationMetadata(
                    organizationId, invitationId, changed, options))
        .modify(change);
  }

  /** Deletes the metadata of one invitation. */
  public void deleteOrganizationInvitationMetadata(String organizationId, String invitationId) {
    deleteOrganizationInvitationMetadata(organizationId, invitationId, "");
  }

  /** Deletes the metadata of one invitation, if the record still has this etag. */
  public void deleteOrganizationInvitationMetadata(
      String organizationId, String invitationId, String etag) {
    DeleteOrganizationInvitationMetadataRequest request =
        DeleteOrganizationInvitationMetadataRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setInvitationId(invitationId)
            .setEtag(etag)
            .build();
    calls.write(etag, request, BackendMetadataBlockingStub::deleteOrganizationInvitationMetadata);
  }

  /** Reads the metadata of up to 100 invitations. */
  public Batch<InvitationRecord, InvitationKey> batchGetOrganizationInvitationMetadata(
      Collection<InvitationKey> keys) {
    return BatchReader.read(
        keys,
        asked -> {
          BatchGetOrganizationInvitationMetadataRequest.Builder request =
              BatchGetOrganizationInvitationMetadataRequest.newBuilder();
          for (InvitationKey key : asked) {
            request.addKeys(
                OrganizationInvitationKey.newBuilder()
                    .setOrganizationId(key.organizationId())
                    .setInvitationId(key.invitationId()));
          }
          BatchGetOrganizationInvitationMetadataResponse answer =
              calls.backend(
                  request.build(),
                  BackendMetadataBlockingStub::batchGetOrganizationInvitationMetadata);
          return new BatchReader.Answer<>(
              answer.getMetadataList().stream().map(RecordReader::read).toList(),
              readKeys(answer.getMissingList()),
              readKeys(answer.getUnprocessedList()));
        },
        found -> new InvitationKey(found.organizationId(), found.invitationId()));
  }

  private static List<InvitationKey> readKeys(List<OrganizationInvitationKey> keys) {
    return keys.stream()
        .map(key -> new InvitationKey(key.getOrganizationId(), key.getInvitationId()))
        .toList();
  }

  /** Lists the invitations of one organization, ordered by id. */
  public Listing<InvitationRecord> listOrganizationInvitationMetadata(String organizationId) {
    return listOrganizationInvitationMetadata(organizationId, ListOptions.ALL);
  }

  /**
   * Lists the invitations of one organization that match, ordered by id. They have no private
   * metadata to match.
   */
  public Listing<InvitationRecord> listOrganizationInvitationMetadata(
      String organizationId, ListOptions options) {
    ListOrganizationInvitationMetadataRequest.Builder request =
        ListOrganizationInvitationMetadataRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setPageSize(options.publicOnly().pageSize());
    Calls.setDocument("public_contains", request::setPublicContains, options.publicContains());
    return new Listing<>(
        token -> {
          ListOrganizationInvitationMetadataResponse page =
              calls.backend(
                  request.clone().setPageToken(token).build(),
                  BackendMetadataBlockingStub::listOrganizationInvitationMetadata);
          return new Listing.Page<>(
              page.getMetadataList().stream().map(RecordReader::read).toList(),
              page.getNextPageToken());
        });
  }

  /**
   * Merges the public metadata of an invitation into that of the membership of the user who accepts
   * it, where the invitation wins, exactly once. A retry by the same user gives the same
   * membership.
   *
   * @throws InvitationAlreadyAcceptedException if another user has accepted it.
   */
  public MembershipRecord acceptOrganizationInvitation(
      String organizationId, String invitationId, String userId) {
    AcceptOrganizationInvitationRequest request =
        AcceptOrganizationInvitationRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setInvitationId(invitationId)
            .setUserId(userId)
            .build();
    return RecordReader.read(
        calls
            .backend(request, BackendMetadataBlockingStub::acceptOrganizationInvitation)
            .getMetadata());
  }
}
