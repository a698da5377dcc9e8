package io.github.orgmeta;

/**
 * A document would exceed the limit of 8192 bytes: {@link #metadata} has its {@code size_bytes}.
 */
public final class MetadataTooLargeException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  MetadataTooLargeException(Refusal refusal) {
    super(refusal);
  }
}
