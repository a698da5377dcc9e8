package io.github.orgmeta;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata of one invitation, which has no private metadata, as the backend sees it.
 *
 * @param organizationId the organization.
 * @param invitationId the invitation.
 * @param publicMetadata what the frontend may read; empty where there is none.
 * @param etag this state of the record: see {@link WriteOptions#ifEtag}.
 * @param createTime when the record was created.
 * @param updateTime when it last changed.
 * @param publicSizeBytes how much of the limit of 8192 bytes the public metadata takes.
 * @param acceptedUserId who accepted it; absent while nobody has.
 * @param acceptTime when it was accepted; absent while nobody has.
 */
public record InvitationRecord(
    String organizationId,
    String invitationId,
    Map<String, Object> publicMetadata,
    String etag,
    Instant createTime,
    Instant updateTime,
    int publicSizeBytes,
    Optional<String> acceptedUserId,
    Optional<Instant> acceptTime) {}
