package io.github.orgmeta;

/**
 * A document holds what the service does not keep: {@link #metadata} has the {@code path} of it.
 */
public final class MetadataInvalidException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  MetadataInvalidException(Refusal refusal) {
    super(refusal);
  }
}
