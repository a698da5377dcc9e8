import type { Owner } from '../domain/owner.js';
import type { Versions } from '../domain/etag.js';
import type { StructBytes } from '../struct/struct-bytes.js';

/** One owner's stored state. Times are in milliseconds since the Unix epoch, sizes in bytes of compact JSON. */
export interface MetadataRecord extends Versions {
  readonly owner: Owner;
  readonly publicMetadata: StructBytes;
  /** Is the empty document on an invitation. */
  readonly privateMetadata: StructBytes;
  readonly publicSizeBytes: number;
  readonly privateSizeBytes: number;
  readonly createTime: number;
  readonly updateTime: number;
  readonly publicUpdateTime: number;
  /** On an invitation that was accepted, by whom. */
  readonly acceptedUserId?: string;
  /** On an invitation that was accepted, when. */
  readonly acceptTime?: number;
}

/** Counts the bytes of a record's documents, as Struct bytes, which bound pages and batches. */
export function documentBytes({
  publicMetadata,
  privateMetadata,
}: Pick<MetadataRecord, 'publicMetadata'> & Partial<Pick<MetadataRecord, 'privateMetadata'>>): number {
  return publicMetadata.bytes.length + (privateMetadata?.bytes.length ?? 0);
}

/** What the frontend may know of a record. Exists only where public metadata was given once: `publicRevision` > 0. */
export type PublicRecord = Pick<
  MetadataRecord,
  'owner' | 'publicMetadata' | 'publicRevision' | 'incarnation' | 'publicUpdateTime'
>;
