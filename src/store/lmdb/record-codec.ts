import { crc32 } from 'node:zlib';
import { Record } from '../../../gen/ts/orgmeta/storage/v1/record.js';
import { MessageWriter } from '../../struct/message-writer.js';
import { StructBytes } from '../../struct/struct-bytes.js';
import type { Owner } from '../../domain/owner.js';
import { DamagedRecord } from '../damaged-record.js';
import type { MetadataRecord, PublicRecord } from '../record.js';

const CHECKSUM_BYTES = 4;

/** Writes a record as it is on disk: a CRC-32 of the key and the rest, then a `orgmeta.storage.v1.Record`. */
export function encodeRecord(key: string, record: MetadataRecord): Buffer {
  const bytes = encodeMessage({
    publicMetadata: record.publicMetadata.bytes,
    privateMetadata: record.privateMetadata.bytes,
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
  });
  bytes.writeUInt32BE(checksum(key, bytes.subarray(CHECKSUM_BYTES)));
  return bytes;
}

/** Reads what a service may know of a record; undefined if that is nothing. */
export type Decode<R> = (owner: Owner, key: string, stored: Buffer) => R | undefined;

const writer = new MessageWriter();

/** What stands for the checksum until it is known. */
const NO_CHECKSUM = new Uint8Array(CHECKSUM_BYTES);

/** Gives the bytes of a record, with room for the checksum. */
function encodeMessage(message: Record): Buffer {
  return writer.write((to) => Record.encode(message, to.raw(NO_CHECKSUM)));
}

function documentOf(bytes: Uint8Array): StructBytes {
  return bytes.length === 0 ? StructBytes.EMPTY : new StructBytes(bytes);
}

/**
 * Reads a record. Its documents are not parsed.
 *
 * @param stored what is on disk; may change afterwards.
 * @throws DamagedRecord if these are not the bytes that were written under this key
 */
export function decodeRecord(owner: Owner, key: string, stored: Buffer): MetadataRecord {
  const message = readMessage(key, stored);
  return {
    owner,
    publicMetadata: documentOf(message.publicMetadata),
    privateMetadata: documentOf(message.privateMetadata),
    publicSizeBytes: message.publicSizeBytes,
    privateSizeBytes: message.privateSizeBytes,
    revision: message.revision,
    publicRevision: message.publicRevision,
    incarnation: message.incarnation,
    createTime: message.createTimeMs,
    updateTime: message.updateTimeMs,
    publicUpdateTime: message.publicUpdateTimeMs,
    ...(message.acceptedUserId !== '' && {
      acceptedUserId: message.acceptedUserId,
      acceptTime: message.acceptTimeMs,
    }),
  };
}

/**
 * Reads what the frontend may know of a record: undefined if that is nothing.
 *
 * @throws DamagedRecord
 */
export function decodePublicRecord(owner: Owner, key: string, stored: Buffer): PublicRecord | undefined {
  const message = readMessage(key, stored);
  if (message.publicRevision === 0) return undefined;
  return {
    owner,
    publicMetadata: documentOf(message.publicMetadata),
    publicRevision: message.publicRevision,
    incarnation: message.incarnation,
    publicUpdateTime: message.publicUpdateTimeMs,
  };
}

/** Reads the message, from a copy of what is on disk: one for the checksum, which covers the key, and for the documents. */
function readMessage(key: string, stored: Buffer): Record {
  // LMDB's buffer has a length of its own, which only JavaScript sees.
  const { length } = stored;
  if (length < CHECKSUM_BYTES) throw new DamagedRecord('the record is cut short');
  // Keys are ASCII.
  const covered = Buffer.allocUnsafe(key.length + length - CHECKSUM_BYTES);
  covered.write(key, 'latin1');
  stored.copy(covered, key.length, CHECKSUM_BYTES, length);
  if (stored.readUInt32BE() !== crc32(covered)) throw new DamagedRecord('the checksum does not match');
  try {
    return Record.decode(covered.subarray(key.length));
  } catch (cause) {
    throw new DamagedRecord('the record is malformed', { cause });
  }
}

/** Also tells a record that stands under another record's key. */
function checksum(key: string, body: Uint8Array): number {
  return crc32(body, crc32(key));
}
