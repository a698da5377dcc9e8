import { randomBytes } from 'node:crypto';
import { metadataNotFound, OrgmetaError } from '../domain/errors.js';
import { checkEtag } from '../domain/etag.js';
import { jsonEqual, type JsonObject } from '../domain/json.js';
import { mergePatch } from '../domain/merge.js';
import type { Owner } from '../domain/owner.js';
import { checkLimit, sizeBytes } from '../domain/size-limit.js';
import { StructBytes } from '../struct/struct-bytes.js';
import type { MetadataRecord } from './record.js';
import type { Change } from './store.js';

/** What a new record is made with. */
export interface Stamp {
  /** The time, in milliseconds since the Unix epoch. */
  readonly now: number;
  /** A random number of 32 bits, for a record that is created. May be another one at each look. */
  readonly incarnation: number;
}

/** Gives the stamp of a write that is decided now. */
export function newStamp(): Stamp {
  return {
    now: Date.now(),
    // Is drawn when it is asked for, which a change of an existing record doesn't.
    get incarnation() {
      return randomBytes(4).readUInt32LE();
    },
  };
}

/** The size of the document `{}`. */
const EMPTY_SIZE_BYTES = sizeBytes({});

/**
 * Decides what a change makes of a record: the part of a write that every store shares. Only the documents that are given
 * are decoded.
 *
 * @param current the record as it is, or undefined if there is none.
 * @returns the record as it shall be; `current` itself if nothing changes.
 * @throws OrgmetaError INVITATION_ALREADY_ACCEPTED, ETAG_MISMATCH, METADATA_NOT_FOUND, METADATA_TOO_LARGE
 */
export function applyChange(
  owner: Owner,
  current: MetadataRecord | undefined,
  change: Change,
  stamp: Stamp,
): MetadataRecord {
  if (current?.acceptedUserId !== undefined) {
    throw new OrgmetaError(
      'INVITATION_ALREADY_ACCEPTED',
      'an accepted invitation can not be changed; it can be deleted',
    );
  }
  checkEtag(change.etag, current, () => metadataNotFound(owner));
  const before = current ?? emptyRecord(owner, stamp, change.publicMetadata !== undefined);
  const publicMetadata = changeDocument('public_metadata', before.publicMetadata, change.publicMetadata, change.verb);
  const privateMetadata = changeDocument(
    'private_metadata',
    before.privateMetadata,
    change.privateMetadata,
    change.verb,
  );
  if (current !== undefined && publicMetadata === undefined && privateMetadata === undefined) return current;
  return {
    ...nextVersion(before, current, stamp.now),
    ...(publicMetadata && {
      publicMetadata: publicMetadata.document,
      publicSizeBytes: publicMetadata.sizeBytes,
      publicRevision: current === undefined ? 1 : before.publicRevision + 1,
      publicUpdateTime: Math.max(stamp.now, before.publicUpdateTime),
    }),
    ...(privateMetadata && {
      privateMetadata: privateMetadata.document,
      privateSizeBytes: privateMetadata.sizeBytes,
    }),
  };
}

/** The record that an owner without one starts from. */
export function emptyRecord(owner: Owner, { now, incarnation }: Stamp, publicGiven: boolean): MetadataRecord {
  return {
    owner,
    publicMetadata: StructBytes.EMPTY,
    privateMetadata: StructBytes.EMPTY,
    publicSizeBytes: EMPTY_SIZE_BYTES,
    privateSizeBytes: EMPTY_SIZE_BYTES,
    incarnation,
    revision: 0,
    publicRevision: publicGiven ? 1 : 0,
    createTime: now,
    updateTime: now,
    publicUpdateTime: now,
  };
}

/** Counts a change; time never goes backwards, whatever the clock does. */
export function nextVersion(before: MetadataRecord, current: MetadataRecord | undefined, now: number): MetadataRecord {
  return {
    ...before,
    revision: current === undefined ? 1 : before.revision + 1,
    updateTime: Math.max(now, before.updateTime),
  };
}

/** Returns what becomes of one document, with its size; undefined if it stays as it is. */
function changeDocument(
  field: string,
  stored: StructBytes,
  given: JsonObject | undefined,
  verb: Change['verb'],
): { document: StructBytes; sizeBytes: number } | undefined {
  if (given === undefined) return undefined;
  const before = stored.json();
  const after = verb === 'update' ? mergePatch(before, given) : given;
  if (after === before || (verb === 'replace' && jsonEqual(after, before))) return undefined;
  return { document: StructBytes.fromJson(after), sizeBytes: checkLimit(field, after) };
}
