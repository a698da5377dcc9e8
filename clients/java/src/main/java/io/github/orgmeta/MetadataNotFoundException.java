package io.github.orgmeta;

/** There is no such record or, for a frontend, none with public metadata. */
public final class MetadataNotFoundException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  MetadataNotFoundException(Refusal refusal) {
    super(refusal);
  }
}
