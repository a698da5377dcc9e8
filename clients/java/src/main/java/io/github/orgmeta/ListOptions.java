package io.github.orgmeta;

import java.util.Map;

/**
 * What a listing gives, and in what pages it is fetched.
 *
 * @param pageSize how many records a page has, 1000 at most; 0 is 50.
 * @param publicContains a document that the public metadata must contain, or null for any.
 * @param privateContains a document that the private metadata must contain, or null for any.
 */
public record ListOptions(
    int pageSize, Map<String, ?> publicContains, Map<String, ?> privateContains) {
  /** Everything. */
  public static final ListOptions ALL = new ListOptions(0, null, null);

  /** The same, in pages of this size. */
  public ListOptions pageSize(int size) {
    return new ListOptions(size, publicContains, privateContains);
  }

  /**
   * The same, of records whose public metadata contains this document, as {@code @>} of PostgreSQL
   * has it.
   */
  public ListOptions publicContains(Map<String, ?> document) {
    return new ListOptions(pageSize, document, privateContains);
  }

  /** The same, of records whose private metadata contains this document. */
  public ListOptions privateContains(Map<String, ?> document) {
    return new ListOptions(pageSize, publicContains, document);
  }

  /**
   * Refuses a filter on what invitations and frontends don't have: to leave it out would list too
   * much.
   */
  ListOptions publicOnly() {
    if (privateContains != null)
      throw new IllegalArgumentException(
          "privateContains is given, but there is no private metadata here; leave it out");
    return this;
  }
}
