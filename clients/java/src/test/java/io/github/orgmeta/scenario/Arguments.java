package io.github.orgmeta.scenario;

import io.github.orgmeta.DeleteOptions;
import io.github.orgmeta.Documents;
import io.github.orgmeta.InvitationKey;
import io.github.orgmeta.ListOptions;
import io.github.orgmeta.MembershipKey;
import io.github.orgmeta.WriteOptions;
import java.util.List;
import java.util.Map;

/**
 * The arguments of a step: a request in JSON names. What is left out is what it is in a request.
 */
record Arguments(Map<String, Object> json) {
  String text(String name) {
    return (String) json.getOrDefault(name, "");
  }

  int number(String name) {
    return ((Number) json.getOrDefault(name, 0)).intValue();
  }

  String organization() {
    return text("organizationId");
  }

  String user() {
    return text("userId");
  }

  String invitation() {
    return text("invitationId");
  }

  Documents documents() {
    return new Documents(document("publicMetadata"), document("privateMetadata"));
  }

  /** A document, or null if it is left out. */
  @SuppressWarnings("unchecked")
  Map<String, Object> document(String name) {
    return (Map<String, Object>) json.get(name);
  }

  WriteOptions writeOptions() {
    return new WriteOptions(text("etag"), flag("validateOnly"));
  }

  DeleteOptions deleteOptions() {
    return new DeleteOptions(text("etag"), flag("force"));
  }

  ListOptions listOptions() {
    return new ListOptions(
        number("pageSize"), document("publicContains"), document("privateContains"));
  }

  @SuppressWarnings("unchecked")
  List<String> organizations() {
    return (List<String>) json.getOrDefault("organizationIds", List.of());
  }

  List<MembershipKey> memberships() {
    return keys().stream().map(key -> new MembershipKey(key.organization(), key.user())).toList();
  }

  List<InvitationKey> invitations() {
    return keys().stream()
        .map(key -> new InvitationKey(key.organization(), key.invitation()))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private List<Arguments> keys() {
    List<Map<String, Object>> keys =
        (List<Map<String, Object>>) json.getOrDefault("keys", List.of());
    return keys.stream().map(Arguments::new).toList();
  }

  private boolean flag(String name) {
    return (Boolean) json.getOrDefault(name, false);
  }
}
