package io.github.orgmeta;

/**
 * Others changed the record faster than the service could merge: nothing was written, and the call
 * can be made again.
 */
public final class WriteContentionException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  WriteContentionException(Refusal refusal) {
    super(refusal);
  }
}
