package io.github.orgmeta;

import io.github.orgmeta.v1.BackendMetadataGrpc.BackendMetadataBlockingStub;
import io.github.orgmeta.v1.BatchGetOrganizationMetadataRequest;
import io.github.orgmeta.v1.BatchGetOrganizationMetadataResponse;
import io.github.orgmeta.v1.DeleteOrganizationMetadataRequest;
import io.github.orgmeta.v1.GetOrganizationMetadataRequest;
import io.github.orgmeta.v1.ListOrganizationMetadataRequest;
import io.github.orgmeta.v1.ListOrganizationMetadataResponse;
import io.github.orgmeta.v1.ReplaceOrganizationMetadataRequest;
import io.github.orgmeta.v1.UpdateOrganizationMetadataRequest;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The backend's calls about organizations. */
abstract class OrganizationCalls extends FrontendCalls {
  OrganizationCalls(Calls calls) {
    super(calls);
  }

  /** Reads the metadata of one organization. */
  public OrganizationRecord getOrganizationMetadata(String organizationId) {
    GetOrganizationMetadataRequest request =
        GetOrganizationMetadataRequest.newBuilder().setOrganizationId(organizationId).build();
    return RecordReader.read(
        calls.backend(request, BackendMetadataBlockingStub::getOrganizationMetadata).getMetadata());
  }

  /**
   * Merges, as JSON Merge Patch does, into the documents of one organization, and creates the
   * record if there is none.
   */
  public OrganizationRecord updateOrganizationMetadata(String organizationId, Documents documents) {
    return updateOrganizationMetadata(organizationId, documents, WriteOptions.NONE);
  }

  /**
   * Merges, as JSON Merge Patch does, into the documents of one organization, under a condition.
   */
  public OrganizationRecord updateOrganizationMetadata(
      String organizationId, Documents documents, WriteOptions options) {
    UpdateOrganizationMetadataRequest.Builder request =
        UpdateOrganizationMetadataRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setEtag(options.etag())
            .setValidateOnly(options.validateOnly());
    Calls.setDocument("public_metadata", request::setPublicMetadata, documents.publicMetadata());
    Calls.setDocument("private_metadata", request::setPrivateMetadata, documents.privateMetadata());
    return RecordReader.read(
        calls
            .write(
                options.etag(),
                request.build(),
                BackendMetadataBlockingStub::updateOrganizationMetadata)
            .getMetadata());
  }

  /**
   * Sets each document that is given of one organization whole, and creates the record if there is
   * none.
   */
  public OrganizationRecord replaceOrganizationMetadata(
      String organizationId, Documents documents) {
    return replaceOrganizationMetadata(organizationId, documents, WriteOptions.NONE);
  }

  /** Sets each document that is given of one organization whole, under a condition. */
  public OrganizationRecord replaceOrganizationMetadata(
      String organizationId, Documents documents, WriteOptions options) {
    ReplaceOrganizationMetadataRequest.Builder request =
        ReplaceOrganizationMetadataRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setEtag(options.etag())
            .setValidateOnly(options.validateOnly());
    Calls.setDocument("public_metadata", request::setPublicMetadata, documents.publicMetadata());
    Calls.setDocument("private_metadata", request::setPrivateMetadata, documents.privateMetadata());
    return RecordReader.read(
        calls
            .write(
                options.etag(),
                request.build(),
                BackendMetadataBlockingStub::replaceOrganizationMetadata)
            .getMetadata());
  }

  /**
   * Changes one organization by a function of its documents, and never loses what another did
   * meanwhile: it begins anew, ten times at most, when somebody else was faster, so the function
   * may run more than once. What does not exist yet is given empty.
   */
  public OrganizationRecord modifyOrganizationMetadata(
      String organizationId, UnaryOperator<Documents> change) {
    return new Modifier<>(
            () -> getOrganizationMetadata(organizationId),
            found -> new Documents(found.publicMetadata(), found.privateMetadata()),
            () -> Documents.of(Map.of(), Map.of()),
            OrganizationRecord::etag,
            (changed, options) -> replaceOrganizationMetadata(organizationId, changed, options))
        .modify(change);
  }

  /** Deletes the metadata of one organization. */
  public void deleteOrganizationMetadata(String organizationId) {
    deleteOrganizationMetadata(organizationId, DeleteOptions.NONE);
  }

  /**
   * Deletes the metadata of one organization under a condition, or with that of all its memberships
   * and invitations.
   */
  public void deleteOrganizationMetadata(String organizationId, DeleteOptions options) {
    DeleteOrganizationMetadataRequest request =
        DeleteOrganizationMetadataRequest.newBuilder()
            .setOrganizationId(organizationId)
            .setEtag(options.etag())
            .setForce(options.force())
            .build();
    calls.write(options.etag(), request, BackendMetadataBlockingStub::deleteOrganizationMetadata);
  }

  /** Reads the metadata of up to 100 organizations. */
  public Batch<OrganizationRecord, String> batchGetOrganizationMetadata(
      Collection<String> organizationIds) {
    return BatchReader.read(
        organizationIds,
        ids -> {
          BatchGetOrganizationMetadataRequest request =
              BatchGetOrganizationMetadataRequest.newBuilder().addAllOrganizationIds(ids).build();
          BatchGetOrganizationMetadataResponse answer =
              calls.backend(request, BackendMetadataBlockingStub::batchGetOrganizationMetadata);
          return new BatchReader.Answer<>(
              answer.getMetadataList().stream().map(RecordReader::read).toList(),
              answer.getMissingList(),
              answer.getUnprocessedList());
        },
        OrganizationRecord::organizationId);
  }

  /** Lists all organizations, ordered by id. */
  public Listing<OrganizationRecord> listOrganizationMetadata() {
    return listOrganizationMetadata(ListOptions.ALL);
  }

  /** Lists the organizations that match, ordered by id. */
  public Listing<OrganizationRecord> listOrganizationMetadata(ListOptions options) {
    ListOrganizationMetadataRequest.Builder request =
        ListOrganizationMetadataRequest.newBuilder().setPageSize(options.pageSize());
    Calls.setDocument("public_contains", request::setPublicContains, options.publicContains());
    Calls.setDocument("private_contains", request::setPrivateContains, options.privateContains());
    return new Listing<>(
        token -> {
          ListOrganizationMetadataResponse page =
              calls.backend(
                  request.clone().setPageToken(token).build(),
                  BackendMetadataBlockingStub::listOrganizationMetadata);
          return new Listing.Page<>(
              page.getMetadataList().stream().map(RecordReader::read).toList(),
              page.getNextPageToken());
        });
  }
}
