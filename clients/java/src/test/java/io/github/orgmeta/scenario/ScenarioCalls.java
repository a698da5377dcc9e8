package io.github.orgmeta.scenario;

import io.github.orgmeta.OrganizationRecord;
import io.github.orgmeta.OrgmetaClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The calls of the scenario, by name. */
final class ScenarioCalls {
  private ScenarioCalls() {}

  static Map<String, Object> call(OrgmetaClient client, String name, Arguments given) {
    return switch (name) {
      case "getOrganizationMetadata" ->
          Results.of(client.getOrganizationMetadata(given.organization()));
      case "updateOrganizationMetadata" ->
          Results.of(
              client.updateOrganizationMetadata(
                  given.organization(), given.documents(), given.writeOptions()));
      case "replaceOrganizationMetadata" ->
          Results.of(
              client.replaceOrganizationMetadata(
                  given.organization(), given.documents(), given.writeOptions()));
      case "deleteOrganizationMetadata" -> {
        client.deleteOrganizationMetadata(given.organization(), given.deleteOptions());
        yield Map.of();
      }
      case "batchGetOrganizationMetadata" ->
          Results.of(client.batchGetOrganizationMetadata(given.organizations()));
      case "listOrganizationMetadata" ->
          Results.of(client.listOrganizationMetadata(given.listOptions()));
      case "countUp" -> countUp(client, given);

      case "getOrganizationMembershipMetadata" ->
          Results.of(client.getOrganizationMembershipMetadata(given.organization(), given.user()));
      case "updateOrganizationMembershipMetadata" ->
          Results.of(
              client.updateOrganizationMembershipMetadata(
                  given.organization(), given.user(), given.documents(), given.writeOptions()));
      case "replaceOrganizationMembershipMetadata" ->
          Results.of(
              client.replaceOrganizationMembershipMetadata(
                  given.organization(), given.user(), given.documents(), given.writeOptions()));
      case "deleteOrganizationMembershipMetadata" -> {
        client.deleteOrganizationMembershipMetadata(
            given.organization(), given.user(), given.text("etag"));
        yield Map.of();
      }
      case "batchGetOrganizationMembershipMetadata" ->
          Results.of(client.batchGetOrganizationMembershipMetadata(given.memberships()));
      case "listOrganizationMembershipMetadata" ->
          Results.of(
              given.user().isEmpty()
                  ? client.listOrganizationMembershipMetadata(
                      given.organization(), given.listOptions())
                  : client.listOrganizationMembershipMetadataOfUser(
                      given.user(), given.listOptions()));

      case "getOrganizationInvitationMetadata" ->
          Results.of(
              client.getOrganizationInvitationMetadata(given.organization(), given.invitation()));
      case "updateOrganizationInvitationMetadata" ->
          Results.of(
              client.updateOrganizationInvitationMetadata(
                  given.organization(),
                  given.invitation(),
                  given.document("publicMetadata"),
                  given.writeOptions()));
      case "replaceOrganizationInvitationMetadata" ->
          Results.of(
              client.replaceOrganizationInvitationMetadata(
                  given.organization(),
                  given.invitation(),
                  given.document("publicMetadata"),
                  given.writeOptions()));
      case "deleteOrganizationInvitationMetadata" -> {
        client.deleteOrganizationInvitationMetadata(
            given.organization(), given.invitation(), given.text("etag"));
        yield Map.of();
      }
      case "batchGetOrganizationInvitationMetadata" ->
          Results.of(client.batchGetOrganizationInvitationMetadata(given.invitations()));
      case "listOrganizationInvitationMetadata" ->
          Results.of(
              client.listOrganizationInvitationMetadata(given.organization(), given.listOptions()));
      case "acceptOrganizationInvitation" ->
          Results.of(
              client.acceptOrganizationInvitation(
                  given.organization(), given.invitation(), given.user()));

      case "getOrganizationPublicMetadata" ->
          Results.of(client.getOrganizationPublicMetadata(given.organization()));
      case "batchGetOrganizationPublicMetadata" ->
          Results.of(client.batchGetOrganizationPublicMetadata(given.organizations()));
      case "getOrganizationMembershipPublicMetadata" ->
          Results.of(
              client.getOrganizationMembershipPublicMetadata(given.organization(), given.user()));
      case "listOrganizationMembershipPublicMetadata" ->
          Results.of(
              client.listOrganizationMembershipPublicMetadata(
                  given.organization(), given.listOptions()));
      case "getOrganizationInvitationPublicMetadata" ->
          Results.of(
              client.getOrganizationInvitationPublicMetadata(
                  given.organization(), given.invitation()));
      default -> throw new IllegalArgumentException("no call is named " + name);
    };
  }

  /** Adds 1 to a member so many times at once, each by a `modify` of its own. */
  private static Map<String, Object> countUp(OrgmetaClient client, Arguments given) {
    String member = given.text("member");
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      CompletableFuture<?>[] all =
          IntStream.range(0, given.number("times"))
              .mapToObj(
                  time ->
                      CompletableFuture.runAsync(
                          () -> addOne(client, given.organization(), member), threads))
              .toArray(CompletableFuture<?>[]::new);
      CompletableFuture.allOf(all).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    } finally {
      threads.shutdown();
    }
    return Results.of(client.getOrganizationMetadata(given.organization()));
  }

  private static OrganizationRecord addOne(
      OrgmetaClient client, String organizationId, String member) {
    return client.modifyOrganizationMetadata(
        organizationId,
        documents -> {
          documents
              .publicMetadata()
              .merge(member, 1.0, (before, one) -> (Double) before + (Double) one);
          return documents;
        });
  }
}
