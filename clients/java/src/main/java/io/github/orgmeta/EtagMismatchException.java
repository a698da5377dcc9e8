package io.github.orgmeta;

/**
 * The record is no longer the one whose etag was given: {@link #metadata} has the current {@code
 * etag}.
 */
public final class EtagMismatchException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  EtagMismatchException(Refusal refusal) {
    super(refusal);
  }
}
