package io.github.orgmeta;

/** The call needs a credential, and the client has none. */
public final class CredentialMissingException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  CredentialMissingException(Refusal refusal) {
    super(refusal);
  }
}
