package io.github.orgmeta;

/**
 * Names an invitation.
 *
 * @param organizationId the organization.
 * @param invitationId the invitation.
 */
public record InvitationKey(String organizationId, String invitationId) {}
