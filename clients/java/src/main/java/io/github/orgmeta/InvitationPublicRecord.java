package io.github.orgmeta;

import java.time.Instant;
import java.util.Map;

/**
 * The public metadata of one invitation, as the frontend sees it.
 *
 * @param organizationId the organization.
 * @param invitationId the invitation.
 * @param publicMetadata what the frontend may read.
 * @param etag this state of the public metadata; not an etag for a write.
 * @param updateTime when the public metadata last changed.
 */
public record InvitationPublicRecord(
    String organizationId,
    String invitationId,
    Map<String, Object> publicMetadata,
    String etag,
    Instant updateTime) {}
