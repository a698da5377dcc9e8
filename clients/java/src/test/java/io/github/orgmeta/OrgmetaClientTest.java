package io.github.orgmeta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.orgmeta.v1.BackendMetadataGrpc;
import io.github.orgmeta.v1.GetOrganizationMetadataRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Against the real service, which npm test starts: where it is, and its keys, come by the
 * environment.
 */
@EnabledIfEnvironmentVariable(named = "ORGMETA_ADDRESS", matches = ".+")
class OrgmetaClientTest {
  private final String organization = "org_" + UUID.randomUUID();
  private OrgmetaClient client;

  @BeforeEach
  void connect() {
    client =
        OrgmetaClient.builder(System.getenv("ORGMETA_ADDRESS"))
            .credential(System.getenv("ORGMETA_KEY"))
            .build();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void documentsAreMergedAndNullRemoves() {
    client.updateOrganizationMetadata(
        organization, Documents.of(Map.of("plan", "pro", "seats", 5), Map.of("id", 1)));
    OrganizationRecord merged =
        client.updateOrganizationMetadata(
            organization, Documents.ofPublic(Collections.singletonMap("plan", null)));
    assertEquals(Map.of("seats", 5.0), merged.publicMetadata());
    assertEquals(Map.of("id", 1.0), merged.privateMetadata());
    assertEquals(11, merged.publicSizeBytes());
    assertTrue(
        merged.createTime().isBefore(merged.updateTime())
            || merged.createTime().equals(merged.updateTime()));
    assertEquals(merged, client.getOrganizationMetadata(organization));
  }

  @Test
  void aWriteUnderAnOldEtagIsRefusedWithTheCurrentOne() {
    String etag =
        client.updateOrganizationMetadata(organization, Documents.ofPublic(Map.of("a", 1))).etag();
    String current =
        client
            .updateOrganizationMetadata(
                organization, Documents.ofPublic(Map.of("a", 2)), WriteOptions.ifEtag(etag))
            .etag();
    EtagMismatchException refused =
        assertThrows(
            EtagMismatchException.class,
            () ->
                client.replaceOrganizationMetadata(
                    organization, Documents.ofPublic(Map.of()), WriteOptions.ifEtag(etag)));
    assertEquals(Map.of("etag", current), refused.metadata());
  }

  @Test
  void aValidationWritesNothing() {
    client.updateOrganizationMetadata(
        organization, Documents.ofPublic(Map.of("a", 1)), WriteOptions.NONE.validating());
    assertThrows(
        MetadataNotFoundException.class, () -> client.getOrganizationMetadata(organization));
  }

  @Test
  void noModificationIsLost() {
    CompletableFuture<?>[] all =
        IntStream.range(0, 8)
            .mapToObj(
                time ->
                    CompletableFuture.runAsync(
                        () ->
                            client.modifyOrganizationMembershipMetadata(
                                organization,
                                "user",
                                documents -> {
                                  documents
                                      .privateMetadata()
                                      .merge(
                                          "count",
                                          1.0,
                                          (before, one) -> (Double) before + (Double) one);
                                  return documents;
                                })))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(all).join();
    assertEquals(
        Map.of("count", 8.0),
        client.getOrganizationMembershipMetadata(organization, "user").privateMetadata());
  }

  @Test
  void anInvitationIsModifiedAndAccepted() {
    client.modifyOrganizationInvitationMetadata(
        organization,
        "inv",
        metadata -> {
          metadata.put("role", "editor");
          return metadata;
        });
    assertEquals(
        Optional.empty(),
        client.getOrganizationInvitationMetadata(organization, "inv").acceptedUserId());
    MembershipRecord membership = client.acceptOrganizationInvitation(organization, "inv", "user");
    assertEquals(Map.of("role", "editor"), membership.publicMetadata());
    InvitationRecord accepted = client.getOrganizationInvitationMetadata(organization, "inv");
    assertEquals(Optional.of("user"), accepted.acceptedUserId());
    assertTrue(accepted.acceptTime().isPresent());
  }

  @Test
  void aListingPagesOn() {
    for (String user : List.of("a", "b", "c")) {
      client.updateOrganizationMembershipMetadata(
          organization, user, Documents.ofPublic(Map.of("tags", List.of(user, "x"))));
    }
    Listing<MembershipRecord> all =
        client.listOrganizationMembershipMetadata(organization, ListOptions.ALL.pageSize(1));
    assertEquals(List.of("a", "b", "c"), all.stream().map(MembershipRecord::userId).toList());
    ListOptions withB = ListOptions.ALL.publicContains(Map.of("tags", List.of("b")));
    assertEquals(
        List.of("b"),
        client.listOrganizationMembershipPublicMetadata(organization, withB).stream()
            .map(MembershipPublicRecord::userId)
            .toList());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            client.listOrganizationMembershipPublicMetadata(
                organization, ListOptions.ALL.privateContains(Map.of())));
  }

  @Test
  void aClientWithoutACredentialIsAnonymous() {
    try (OrgmetaClient anonymous =
        OrgmetaClient.builder(System.getenv("ORGMETA_ADDRESS")).build()) {
      CredentialMissingException refused =
          assertThrows(
              CredentialMissingException.class,
              () -> anonymous.getOrganizationMetadata(organization));
      assertEquals("CREDENTIAL_MISSING", refused.reason());
    }
  }

  @Test
  void theGeneratedStubsAreWithinReach() throws Exception {
    client.updateOrganizationMetadata(organization, Documents.ofPublic(Map.of("plan", "pro")));
    String plan =
        BackendMetadataGrpc.newFutureStub(client.channel())
            .getOrganizationMetadata(
                GetOrganizationMetadataRequest.newBuilder().setOrganizationId(organization).build())
            .get()
            .getMetadata()
            .getPublicMetadata()
            .getFieldsOrThrow("plan")
            .getStringValue();
    assertEquals("pro", plan);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "ORGMETA_TLS_ADDRESS", matches = ".+")
  void aSecuredServiceIsTrustedByItsAuthority() throws IOException {
    String address = System.getenv("ORGMETA_TLS_ADDRESS");
    Path authority = Path.of(System.getenv("ORGMETA_TLS_AUTHORITY"));
    Path certificate = Path.of(System.getenv("ORGMETA_TLS_CERTIFICATE"));
    Path key = Path.of(System.getenv("ORGMETA_TLS_KEY"));
    try (OrgmetaClient known =
            OrgmetaClient.builder(address).tls(authority, certificate, key).build();
        OrgmetaClient unknown = OrgmetaClient.builder(address).tls(authority).build();
        OrgmetaClient distrusting = OrgmetaClient.builder(address).tls().build()) {
      assertThrows(
          CredentialMissingException.class, () -> known.getOrganizationMetadata(organization));
      assertEquals(
          "",
          assertThrows(OrgmetaException.class, () -> unknown.getOrganizationMetadata(organization))
              .reason());
      assertEquals(
          "",
          assertThrows(
                  OrgmetaException.class, () -> distrusting.getOrganizationMetadata(organization))
              .reason());
    }
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "ORGMETA_UNIX_ADDRESS", matches = ".+")
  void aServiceIsReachedByItsSocket() {
    try (OrgmetaClient local =
        OrgmetaClient.builder(System.getenv("ORGMETA_UNIX_ADDRESS")).build()) {
      assertThrows(
          CredentialMissingException.class,
          () -> local.getOrganizationPublicMetadata(organization));
    }
  }
}
