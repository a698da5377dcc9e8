package io.github.orgmeta;

/**
 * Names a membership.
 *
 * @param organizationId the organization.
 * @param userId the user.
 */
public record MembershipKey(String organizationId, String userId) {}
