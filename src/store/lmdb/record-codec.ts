import { crc32 } from 'node:zlib';
import { Record } from '../../../gen/ts/orgmeta/storage/v1/record.js';
import { StructBytes } from '../../struct/struct-bytes.js';
import type { MetadataRecord } from '../record.js';
import { ownerOfKey } from './keys.js';

const CHECKSUM_BYTES = 4;

/** Writes a record as it is on disk: a CRC-32 of the key and the rest, then a `orgmeta.storage.v1.Record`. */
export function encodeRecord(key: string, record: MetadataRecord): Buffer {
  const body = Record.encode({
    publicMetadata: record.publicMetadata.bytes as Buffer,
    privateMetadata: record.privateMetadata.bytes as Buffer,
    revision: record.revision,
    publicRevision: record.publicRevision,
    incarnation: record.incarnation,
    createTimeMs: record.createTime,
    updateTimeMs: record.updateTime,
    publicUpdateTimeMs: record.publicUpdateTime,
    publicSizeBytes: record.publicSizeBytes,
    privateSizeBytes: record.privateSizeBytes,
    acceptedUserId: record.acceptedUserId ?? '',
    acceptTimeMs: record.acceptTime ?? 0,
  }).finish();
  const bytes = Buffer.allocUnsafe(CHECKSUM_BYTES + body.length);
  bytes.writeUInt32BE(checksum(key, body));
  bytes.set(body, CHECKSUM_BYTES);
  return bytes;
}

/**
 * Reads a record. Its documents are not parsed.
 *
 * @param bytes what is on disk; must not change afterwards.
 * @throws Error if these are not the bytes that were written for this key
 */
export function decodeRecord(key: string, bytes: Buffer): MetadataRecord {
  if (bytes.length < CHECKSUM_BYTES) throw new Error('the record is cut short');
  const body = bytes.subarray(CHECKSUM_BYTES);
  if (bytes.readUInt32BE() !== checksum(key, body)) throw new Error('the checksum does not match');
  const stored = Record.decode(body);
  return {
    owner: ownerOfKey(key),
    publicMetadata: new StructBytes(stored.publicMetadata),
    privateMetadata: new StructBytes(stored.privateMetadata),
    publicSizeBytes: stored.publicSizeBytes,
    privateSizeBytes: stored.privateSizeBytes,
    revision: stored.revision,
    publicRevision: stored.publicRevision,
    incarnation: stored.incarnation,
    createTime: stored.createTimeMs,
    updateTime: stored.updateTimeMs,
    publicUpdateTime: stored.publicUpdateTimeMs,
    ...(stored.acceptedUserId !== '' && { acceptedUserId: stored.acceptedUserId, acceptTime: stored.acceptTimeMs }),
  };
}

/** Also tells a record that stands under another record's key. */
function checksum(key: string, body: Uint8Array): number {
  return crc32(body, crc32(key));
}
