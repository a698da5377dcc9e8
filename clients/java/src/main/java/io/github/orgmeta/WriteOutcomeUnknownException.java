package io.github.orgmeta;

/** The write may have landed or not: read the record before it is sent again. */
public final class WriteOutcomeUnknownException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  WriteOutcomeUnknownException(Refusal refusal) {
    super(refusal);
  }
}
