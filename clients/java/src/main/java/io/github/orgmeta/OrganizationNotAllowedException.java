package io.github.orgmeta;

/** The credential is not valid for this organization. */
public final class OrganizationNotAllowedException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  OrganizationNotAllowedException(Refusal refusal) {
    super(refusal);
  }
}
