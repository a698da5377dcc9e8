/** Identifies a membership. */
export interface MembershipKey {
  readonly organizationId: string;
  readonly userId: string;
}

/** Identifies an invitation. */
export interface InvitationKey {
  readonly organizationId: string;
  readonly invitationId: string;
}

/** What every record has, as the backend sees it. */
interface AnyRecord<Public> {
  /** What the frontend may read; `{}` where there is none. */
  readonly publicMetadata: Public;
  /** Identifies this state of the record. Opaque; send it with a write to make that write conditional. */
  readonly etag: string;
  /** When the record was created, to the millisecond. */
  readonly createTime: Date;
  /** When it last changed, to the millisecond. */
  readonly updateTime: Date;
  /** The size of the public metadata in bytes of compact JSON, of 8192. */
  readonly publicSizeBytes: number;
}

interface Private<Document> {
  /** What only the backend may read; `{}` where there is none. */
  readonly privateMetadata: Document;
  /** The size of the private metadata in bytes of compact JSON, of 8192. */
  readonly privateSizeBytes: number;
}

/** The metadata of an organization. */
export interface OrganizationMetadata<PublicDocument, PrivateDocument>
  extends AnyRecord<PublicDocument>, Private<PrivateDocument> {
  readonly organizationId: string;
}

/** The metadata of an organization membership. */
export interface OrganizationMembershipMetadata<PublicDocument, PrivateDocument>
  extends MembershipKey, AnyRecord<PublicDocument>, Private<PrivateDocument> {}

/** The metadata of an organization invitation. */
export interface OrganizationInvitationMetadata<PublicDocument> extends InvitationKey, AnyRecord<PublicDocument> {
  /** Who accepted it; undefined while nobody has. */
  readonly acceptedUserId: string | undefined;
  /** When it was accepted, to the millisecond; undefined while nobody has. */
  readonly acceptTime: Date | undefined;
}

/** What the frontend sees of a record: an etag and a time of its own, which follow the public metadata alone. */
export type PublicRecord<Owner, Document> = Owner & {
  readonly publicMetadata: Document;
  readonly etag: string;
  readonly updateTime: Date;
};

/** What came of a batch, both in the order in which it was asked. */
export interface Batch<FoundRecord, Key> {
  readonly metadata: FoundRecord[];
  /** Those of which there is no record. */
  readonly missing: Key[];
}
