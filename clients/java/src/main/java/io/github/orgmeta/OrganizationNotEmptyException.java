package io.github.orgmeta;

/**
 * The organization still has metadata of memberships or invitations: see {@link
 * DeleteOptions#forced}.
 */
public final class OrganizationNotEmptyException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  OrganizationNotEmptyException(Refusal refusal) {
    super(refusal);
  }
}
