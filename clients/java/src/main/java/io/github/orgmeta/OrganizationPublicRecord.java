package io.github.orgmeta;

import java.time.Instant;
import java.util.Map;

/**
 * The public metadata of one organization, as the frontend sees it.
 *
 * @param organizationId the organization.
 * @param publicMetadata what the frontend may read.
 * @param etag this state of the public metadata; not an etag for a write.
 * @param updateTime when the public metadata last changed.
 */
public record OrganizationPublicRecord(
    String organizationId, Map<String, Object> publicMetadata, String etag, Instant updateTime) {}
