package io.github.orgmeta;

/** Something of a request other than a document is missing or malformed: see {@link #field}. */
public final class ArgumentInvalidException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  ArgumentInvalidException(Refusal refusal) {
    super(refusal);
  }
}
