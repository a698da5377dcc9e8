package io.github.orgmeta;

/**
 * The conditions of the deletion of an organization.
 *
 * @param etag the state that the record must have, or empty for any.
 * @param force whether the metadata of its memberships and invitations goes too; without it they
 *     block the deletion.
 */
public record DeleteOptions(String etag, boolean force) {
  /** No condition, and not forced. */
  public static final DeleteOptions NONE = new DeleteOptions("", false);

  /** Delete only if the record still has this etag. */
  public static DeleteOptions ifEtag(String etag) {
    return new DeleteOptions(etag, false);
  }

  /** The same, with the metadata of all memberships and invitations. */
  public DeleteOptions forced() {
    return new DeleteOptions(etag, true);
  }
}
