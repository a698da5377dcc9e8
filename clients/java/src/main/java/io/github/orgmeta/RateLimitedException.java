package io.github.orgmeta;

/** The caller made more calls than the rate limit allows: nothing was written. */
public final class RateLimitedException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  RateLimitedException(Refusal refusal) {
    super(refusal);
  }
}
