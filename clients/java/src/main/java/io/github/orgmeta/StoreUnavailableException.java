package io.github.orgmeta;

/** The store of the service does not answer: nothing was written. */
public final class StoreUnavailableException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  StoreUnavailableException(Refusal refusal) {
    super(refusal);
  }
}
