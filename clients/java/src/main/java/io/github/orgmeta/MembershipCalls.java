package io.github.orgmeta;

import io.github.orgmeta.v1.BackendMetadataGrpc.BackendMetadataBlockingStub;
import io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataRequest;
import io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataResponse;
import io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataRequest;
import io.github.orgmeta.v1.GetOrganizationMembershipMetadataRequest;
import io.github.orgmeta.v1.ListOrganizationMembershipMetadataRequest;
import io.github.orgmeta.v1.ListOrganizationMembershipMetadataResponse;
import io.github.orgmeta.v1.OrganizationMembershipKey;
import io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataRequest;
import io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The backend's calls about memberships. */
abstract class MembershipCalls extends OrganizationCalls {
  MembershipCalls(Calls calls) {
    super(calls);
  }

  /** Reads the metadata of one membership. */
  public MembershipRecord getOrganizationMembershipMetadata(String organizationId, String userId) {
    GetOrganizationMembershipMetadataRequest request =
        GetOrganizationMembershipMetadataRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setUserId(userId)
            .build();
    return RecordReader.read(
        calls
            .backend(request, BackendMetadataBlockingStub::getOrganizationMembershipMetadata)
            .getMetadata());
  }

  /**
   * Merges, as JSON Merge Patch does, into the documents of one membership, and creates the record
   * if there is none.
   */
  public MembershipRecord updateOrganizationMembershipMetadata(
      String organizationId, String userId, Documents documents) {
    return updateOrganizationMembershipMetadata(
        organizationId, userId, documents, WriteOptions.NONE);
  }

  /** Merges, as JSON Merge Patch does, into the documents of one membership, under a condition. */
  public MembershipRecord updateOrganizationMembershipMetadata(
      String organizationId, String userId, Documents documents, WriteOptions options) {
    UpdateOrganizationMembershipMetadataRequest.Builder request =
        UpdateOrganizationMembershipMetadataRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setUserId(userId)
            .setEtag(options.etag())
            .setValidateOnly(options.validateOnly());
    Calls.setDocument("public_metadata", request::setPublicMetadata, documents.publicMetadata());
    Calls.setDocument("private_metadata", request::setPrivateMetadata, documents.privateMetadata());
    return RecordReader.read(
        calls
            .write(
                options.etag(),
                request.build(),
                BackendMetadataBlockingStub::updateOrganizationMembershipMetadata)
            .getMetadata());
  }

  /**
   * Sets each document that is given of one membership whole, and creates the record if there is
   * none.
   */
  public MembershipRecord replaceOrganizationMembershipMetadata(
      String organizationId, String userId, Documents documents) {
    return replaceOrganizationMembershipMetadata(
        organizationId, userId, documents, WriteOptions.NONE);
  }

  /** Sets each document that is given of one membership whole, under a condition. */
  public MembershipRecord replaceOrganizationMembershipMetadata(
      String organizationId, String userId, Documents documents, WriteOptions options) {
    ReplaceOrganizationMembershipMetadataRequest.Builder request =
        ReplaceOrganizationMembershipMetadataRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setUserId(userId)
            .setEtag(options.etag())
            .setValidateOnly(options.validateOnly());
    Calls.setDocument("public_metadata", request::setPublicMetadata, documents.publicMetadata());
    Calls.setDocument("private_metadata", request::setPrivateMetadata, documents.privateMetadata());
    return RecordReader.read(
        calls
            .write(
                options.etag(),
                request.build(),
                BackendMetadataBlockingStub::replaceOrganizationMembershipMetadata)
            .getMetadata());
  }

  /**
   * Changes one membership by a function of its documents, and never loses what another did
   * meanwhile: it begins anew, ten times at most, when somebody else was faster, so the function
   * may run more than once. What does not exist yet is given empty.
   */
  public MembershipRecord modifyOrganizationMembershipMetadata(
      String organizationId, String userId, UnaryOperator<Documents> change) {
    return new Modifier<>(
            () -> getOrganizationMembershipMetadata(organizationId, userId),
            found -> new Documents(found.publicMetadata(), found.privateMetadata()),
            () -> Documents.of(Map.of(), Map.of()),
            MembershipRecord::etag,
            (changed, options) ->
                replaceOrganizationMembershipMetadata(organizationId, userId, changed, options))
        .modify(change);
  }

  /** Deletes the metadata of one membership. */
  public void deleteOrganizationMembershipMetadata(String organizationId, String userId) {
    deleteOrganizationMembershipMetadata(organizationId, userId, "");
  }

  /** Deletes the metadata of one membership, if the record still has this etag. */
  public void deleteOrganizationMembershipMetadata(
      String organizationId, String userId, String etag) {
    DeleteOrganizationMembershipMetadataRequest request =
        DeleteOrganizationMembershipMetadataRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setUserId(userId)
            .setEtag(etag)
            .build();
    calls.write(etag, request, BackendMetadataBlockingStub::deleteOrganizationMembershipMetadata);
  }

  /** Reads the metadata of up to 100 memberships. */
  public Batch<MembershipRecord, MembershipKey> batchGetOrganizationMembershipMetadata(
      Collection<MembershipKey> keys) {
    return BatchReader.read(
        keys,
        asked -> {
          BatchGetOrganizationMembershipMetadataRequest.Builder request =
              BatchGetOrganizationMembershipMetadataRequest.newBuilder();
          for (MembershipKey key : asked) {
            request.addKeys(
                OrganizationMembershipKey.newBuilder()
                    .setOrganizationId(key.organizationId())
                    .setUserId(key.userId()));
          }
          BatchGetOrganizationMembershipMetadataResponse answer =
              calls.backend(
                  request.build(),
                  BackendMetadataBlockingStub::batchGetOrganizationMembershipMetadata);
          return new BatchReader.Answer<>(
              answer.getMetadataList().stream().map(RecordReader::read).toList(),
              readKeys(answer.getMissingList()),
              readKeys(answer.getUnprocessedList()));
        },
        found -> new MembershipKey(found.organizationId(), found.userId()));
  }

  private static List<MembershipKey> readKeys(List<OrganizationMembershipKey> keys) {
    return keys.stream()
        .map(key -> new MembershipKey(key.getOrganizationId(), key.getUserId()))
        .toList();
  }

  /** Lists the memberships of one organization, ordered by user id. */
  public Listing<MembershipRecord> listOrganizationMembershipMetadata(String organizationId) {
    return listOrganizationMembershipMetadata(organizationId, ListOptions.ALL);
  }

  /** Lists the memberships of one organization that match, ordered by user id. */
  public Listing<MembershipRecord> listOrganizationMembershipMetadata(
      String organizationId, ListOptions options) {
    return list(
        ListOrganizationMembershipMetadataRequest.newBuilder().setOrganizationId(organizationId),
        options);
  }

  /** Lists the memberships of one user, ordered by organization id. */
  public Listing<MembershipRecord> listOrganizationMembershipMetadataOfUser(String userId) {
    return listOrganizationMembershipMetadataOfUser(userId, ListOptions.ALL);
  }

  /** Lists the memberships of one user that match, ordered by organization id. */
  public Listing<MembershipRecord> listOrganizationMembershipMetadataOfUser(
      String userId, ListOptions options) {
    return list(ListOrganizationMembershipMetadataRequest.newBuilder().setUserId(userId), options);
  }

  private Listing<MembershipRecord> list(
      ListOrganizationMembershipMetadataRequest.Builder request, ListOptions options) {
    request.setPageSize(options.pageSize());
    Calls.setDocument("public_contains", request::setPublicContains, options.publicContains());
    Calls.setDocument("private_contains", request::setPrivateContains, options.privateContains());
    return new Listing<>(
        token -> {
          ListOrganizationMembershipMetadataResponse page =
              calls.backend(
                  request.clone().setPageToken(token).build(),
                  BackendMetadataBlockingStub::listOrganizationMembershipMetadata);
          return new Listing.Page<>(
              page.getMetadataList().stream().map(RecordReader::read).toList(),
              page.getNextPageToken());
        });
  }
}
