import { argumentInvalid, metadataInvalid } from '../domain/errors.js';
import { isValidId, type Owner } from '../domain/owner.js';
import { checkLimit } from '../domain/size-limit.js';
import { StructError } from '../struct/struct-error.js';
import type { StructBytes } from '../struct/struct-bytes.js';
import type { MetadataRecord } from './record.js';

/** The end of the year 9999, the last that RFC 3339 can write. */
const LAST_TIME = Date.UTC(10_000, 0) - 1;

const LAST_INCARNATION = 0xffff_ffff;

/** More than any record is ever changed; what counts on from it stays far below 2^53, past which a count stands still. */
const LAST_REVISION = 2 ** 48;

/**
 * Checks a record that comes from outside, as one that a store could have written.
 *
 * @returns the record, with the sizes of its documents counted anew
 * @throws OrgmetaError METADATA_TOO_LARGE; METADATA_INVALID for what breaks the document rules; ARGUMENT_INVALID, with
 *   the name of the field, for ids, versions, times and an acceptance that no record has
 */
export function checkRestorable(record: MetadataRecord): MetadataRecord {
  checkIds(record.owner);
  checkVersions(record);
  checkTimes(record);
  checkAcceptance(record);
  const publicSizeBytes = checkDocument('public_metadata', record.publicMetadata);
  const privateSizeBytes = checkDocument('private_metadata', record.privateMetadata);
  if (record.owner.kind === 'invitation' && !isEmpty(record.privateMetadata))
    throw argumentInvalid('private_metadata', 'is nothing that an invitation has; leave it out');
  if (record.publicRevision === 0 && !isEmpty(record.publicMetadata))
    throw argumentInvalid(
      'public_revision',
      'is 0, which says that there never was public metadata, but there is some',
    );
  return { ...record, publicSizeBytes, privateSizeBytes };
}

function checkIds(owner: Owner): void {
  const ids: Record<string, string> = { organization_id: owner.organizationId };
  if (owner.kind === 'membership') ids.user_id = owner.userId;
  if (owner.kind === 'invitation') ids.invitation_id = owner.invitationId;
  for (const [field, id] of Object.entries(ids)) {
    if (!isValidId(id)) throw argumentInvalid(field, 'must be 1 to 128 visible ASCII characters, without "/"');
  }
}

function checkVersions({ incarnation, revision, publicRevision }: MetadataRecord): void {
  checkInteger('incarnation', incarnation, 0, LAST_INCARNATION);
  checkInteger('revision', revision, 1, LAST_REVISION);
  checkInteger('public_revision', publicRevision, 0, revision);
}

function checkTimes({ createTime, updateTime, publicUpdateTime }: MetadataRecord): void {
  checkInteger('create_time', createTime, 0, LAST_TIME);
  checkInteger('update_time', updateTime, createTime, LAST_TIME);
  checkInteger('public_update_time', publicUpdateTime, createTime, updateTime);
}

function checkAcceptance({ owner, acceptedUserId, acceptTime, createTime, updateTime }: MetadataRecord): void {
  if (acceptedUserId === undefined && acceptTime === undefined) return;
  if (owner.kind !== 'invitation') throw argumentInvalid('accepted_user_id', 'is for invitations alone');
  if (acceptedUserId === undefined) throw argumentInvalid('accepted_user_id', 'is missing, but accept_time is there');
  if (!isValidId(acceptedUserId))
    throw argumentInvalid('accepted_user_id', 'must be 1 to 128 visible ASCII characters, without "/"');
  if (acceptTime === undefined) throw argumentInvalid('accept_time', 'is missing, but accepted_user_id is there');
  checkInteger('accept_time', acceptTime, createTime, updateTime);
}

function checkInteger(field: string, value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw argumentInvalid(field, 'is out of the range that the record can have, or no whole number');
}

function checkDocument(field: string, document: StructBytes): number {
  try {
    return checkLimit(field, document.json());
  } catch (error) {
    if (!(error instanceof StructError)) throw error;
    throw metadataInvalid(field, error.fault.path, error.fault.problem);
  }
}

function isEmpty(document: StructBytes): boolean {
  return document.bytes.length === 0;
}
