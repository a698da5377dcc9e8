import { metadataNotFound, OrgmetaError } from '../domain/errors.js';
import { overlay } from '../domain/merge.js';
import type { MembershipOwner } from '../domain/owner.js';
import { checkLimit } from '../domain/size-limit.js';
import { StructBytes } from '../struct/struct-bytes.js';
import { emptyRecord, nextVersion, type Stamp } from './apply-change.js';
import type { MetadataRecord } from './record.js';

/** What becomes of the two records that an acceptance concerns. */
export interface Acceptance {
  readonly invitation: MetadataRecord;
  /** Is the record that was given, itself, if the invitation adds nothing to it. */
  readonly membership: MetadataRecord;
}

/**
 * Decides what the acceptance of an invitation by a user makes of the invitation and of the user's membership: the part
 * that every store shares.
 *
 * @param invitation the invitation's record, which nobody has accepted.
 * @param current the membership's record as it is, or undefined if there is none.
 * @throws OrgmetaError METADATA_TOO_LARGE if the merged document would not fit
 */
export function applyAcceptance(
  invitation: MetadataRecord,
  owner: MembershipOwner,
  current: MetadataRecord | undefined,
  stamp: Stamp,
): Acceptance {
  return {
    invitation: {
      ...nextVersion(invitation, invitation, stamp.now),
      acceptedUserId: owner.userId,
      acceptTime: Math.max(stamp.now, invitation.createTime),
    },
    membership: overlayMembership(invitation, owner, current, stamp),
  };
}

/**
 * Tells whether an invitation was accepted by this user before.
 *
 * @throws OrgmetaError INVITATION_ALREADY_ACCEPTED if another user did
 */
export function wasAcceptedBy(invitation: MetadataRecord, userId: string): boolean {
  if (invitation.acceptedUserId === undefined) return false;
  if (invitation.acceptedUserId === userId) return true;
  throw new OrgmetaError(
    'INVITATION_ALREADY_ACCEPTED',
    'another user has accepted this invitation; create another one',
  );
}

/** Refuses to go on without a record. */
export function requireRecord(record: MetadataRecord | undefined, owner: MetadataRecord['owner']): MetadataRecord {
  if (record === undefined) throw metadataNotFound(owner);
  return record;
}

function overlayMembership(
  invitation: MetadataRecord,
  owner: MembershipOwner,
  current: MetadataRecord | undefined,
  stamp: Stamp,
): MetadataRecord {
  const before = current ?? emptyRecord(owner, stamp, true);
  const stored = before.publicMetadata.json();
  const merged = overlay(stored, invitation.publicMetadata.json());
  if (current !== undefined && merged === stored) return current;
  return {
    ...nextVersion(before, current, stamp.now),
    publicMetadata: merged === stored ? before.publicMetadata : StructBytes.fromJson(merged),
    publicSizeBytes: checkLimit('public_metadata', merged),
    publicRevision: current === undefined ? 1 : before.publicRevision + 1,
    publicUpdateTime: Math.max(stamp.now, before.publicUpdateTime),
  };
}
