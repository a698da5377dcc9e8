package io.github.orgmeta;

/**
 * The conditions of an update or a replacement.
 *
 * @param etag the state that the record must have: an etag that was read, {@code "*"} that it
 *     exists, {@code "0"} that it does not, or empty for any.
 * @param validateOnly whether everything is checked and nothing written; the answer is what would
 *     be stored.
 */
public record WriteOptions(String etag, boolean validateOnly) {
  /** No condition. */
  public static final WriteOptions NONE = new WriteOptions("", false);

  /** Write only if the record still has this etag. */
  public static WriteOptions ifEtag(String etag) {
    return new WriteOptions(etag, false);
  }

  /** The same, but write nothing. */
  public WriteOptions validating() {
    return new WriteOptions(etag, true);
  }
}
