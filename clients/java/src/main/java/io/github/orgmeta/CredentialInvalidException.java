package io.github.orgmeta;

/** The credential is malformed, unknown, revoked or expired. */
public final class CredentialInvalidException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  CredentialInvalidException(Refusal refusal) {
    super(refusal);
  }
}
