package io.github.orgmeta;

import java.time.Instant;
import java.util.Map;

/**
 * The metadata of one organization, as the backend sees it.
 *
 * @param organizationId the organization.
 * @param publicMetadata what the frontend may read; empty where there is none.
 * @param privateMetadata what only the backend may read; empty where there is none.
 * @param etag this state of the record: see {@link WriteOptions#ifEtag}.
 * @param createTime when the record was created.
 * @param updateTime when it last changed.
 * @param publicSizeBytes how much of the limit of 8192 bytes the public metadata takes.
 * @param privateSizeBytes how much of the limit of 8192 bytes the private metadata takes.
 */
public record OrganizationRecord(
    String organizationId,
    Map<String, Object> publicMetadata,
    Map<String, Object> privateMetadata,
    String etag,
    Instant createTime,
    Instant updateTime,
    int publicSizeBytes,
    int privateSizeBytes) {}
