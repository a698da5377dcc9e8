package io.github.orgmeta;

/**
 * The service has as much under way as it allows, of all callers together. A read can be sent again
 * after the delay; a write that had come whole may have landed.
 */
public final class ServiceBusyException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  ServiceBusyException(Refusal refusal) {
    super(refusal);
  }
}
