/** A record of public metadata, of whichever kind. */
export interface PublicRecord {
  readonly organizationId: string;
  readonly userId?: string;
  readonly invitationId?: string;
  readonly publicMetadata: Readonly<Record<string, unknown>> | undefined;
  readonly etag: string;
  readonly updateTime: Date | undefined;
}

/** Writes a record as the JSON that visitors get. Its etag goes into a header and not into it. */
export function toRecordJson(record: PublicRecord): string {
  const { organizationId, userId, invitationId, publicMetadata = {}, updateTime } = record;
  return JSON.stringify({
    organization_id: organizationId,
    user_id: userId,
    invitation_id: invitationId,
    public_metadata: publicMetadata,
    update_time: updateTime,
  });
}
