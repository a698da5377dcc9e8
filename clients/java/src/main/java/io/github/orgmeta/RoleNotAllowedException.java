package io.github.orgmeta;

/** The call needs a credential of another role: {@link #metadata} has the {@code required_role}. */
public final class RoleNotAllowedException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  RoleNotAllowedException(Refusal refusal) {
    super(refusal);
  }
}
