package io.github.orgmeta;

/** The invitation was accepted, by another user, or before it could be updated. */
public final class InvitationAlreadyAcceptedException extends OrgmetaException {
  private static final long serialVersionUID = 1L;

  InvitationAlreadyAcceptedException(Refusal refusal) {
    super(refusal);
  }
}
