import type { JsonObject } from '../domain/json.js';
import { backendEtag, frontendEtag } from '../domain/etag.js';
import type { MetadataRecord, PublicRecord } from '../store/record.js';
import type { StructBytes } from '../struct/index.js';

/** The fields that every backend resource has. */
export function backendFields(record: MetadataRecord) {
  return {
    publicMetadata: documentField(record.publicMetadata),
    etag: backendEtag(record),
    createTime: new Date(record.createTime),
    updateTime: new Date(record.updateTime),
    publicSizeBytes: record.publicSizeBytes,
  };
}

/** The fields of a backend resource whose kind has private metadata. */
export function privateFields(record: MetadataRecord) {
  return {
    privateMetadata: documentField(record.privateMetadata),
    privateSizeBytes: record.privateSizeBytes,
  };
}

/** The fields that tell whether an invitation was accepted. */
export function acceptanceFields(record: MetadataRecord) {
  return {
    acceptedUserId: record.acceptedUserId ?? '',
    acceptTime: record.acceptTime === undefined ? undefined : new Date(record.acceptTime),
  };
}

/** The fields that every frontend resource has: all of them follow the public metadata alone. */
export function frontendFields(record: PublicRecord) {
  return {
    publicMetadata: documentField(record.publicMetadata),
    etag: frontendEtag(record),
    updateTime: new Date(record.publicUpdateTime),
  };
}

/** Generated code types a Struct field as JSON; the codec takes its bytes as well, and copies them. */
function documentField(document: StructBytes): JsonObject {
  return document as unknown as JsonObject;
}
