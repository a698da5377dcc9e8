import { randomBytes } from 'node:crypto';
import { OrgmetaError } from '../../domain/errors.js';
import type { InvitationOwner, MembershipOwner } from '../../domain/owner.js';
import { applyAcceptance, requireRecord, wasAcceptedBy } from '../apply-acceptance.js';
import { newStamp } from '../apply-change.js';
import { DamagedRecord } from '../damaged-record.js';
import type { MetadataRecord } from '../record.js';
import { documentKey, type DocumentKey } from './collections.js';
import type { Connection } from './connection.js';
import type { OwnerQueue } from './owner-queue.js';
import type { PendingAcceptance, StoredRecord } from './record-document.js';
import type { RecordTable } from './record-table.js';
import { retryConflicts } from './retry-conflicts.js';
import { sendWrite } from './send-write.js';

/**
 * Accepts invitations, each exactly once, without a transaction over two documents, in four steps:
 *
 *  1. **Claim**: the invitation says for whom it is being accepted. From here on nobody changes or deletes it before the
 *     acceptance is finished, and whoever comes by it, in whatever process, finishes it first.
 *  2. **Merge**: the membership takes the invitation's metadata, and the mark of the invitation with it.
 *  3. **Finish**: the invitation says who accepted it, and the claim goes.
 *  4. **Tidy**: the mark goes. One that stays does no harm: it says what is true.
 *
 * A process that dies after any step leaves what the next one can finish. Reads show the invitation as not accepted until
 * the third step.
 */
export class Acceptance {
  readonly #connection: Connection;
  readonly #records: RecordTable;
  readonly #queue: OwnerQueue;

  constructor(connection: Connection, records: RecordTable, queue: OwnerQueue) {
    this.#connection = connection;
    this.#records = records;
    this.#queue = queue;
  }

  /** Accepts an invitation. @throws OrgmetaError, as `Store.accept` does */
  accept(invitation: InvitationOwner, userId: string): Promise<MetadataRecord> {
    const owner = membershipOf(invitation, userId);
    return retryConflicts(async () => {
      const stored = await this.#records.readStored(invitation);
      const invited = requireRecord(stored?.record, invitation);
      if (stored?.pendingAcceptance?.user_id === userId) return await this.finish(stored);
      if (stored?.pendingAcceptance !== undefined) {
        // Why another user's acceptance fails is not for this caller.
        await this.settle(stored);
        return undefined;
      }
      if (wasAcceptedBy(invited, userId)) {
        return requireRecord(await this.#records.read(owner), owner);
      }
      const id = randomBytes(9).toString('base64url');
      const claim = { id, user_id: userId, time: new Date(), is_abandoned: false };
      await this.#claim(invited, claim);
      return undefined;
    });
  }

  /**
   * Finishes an acceptance that was begun, here or in another process.
   *
   * @returns the membership; undefined if somebody else has finished it meanwhile, or given it up.
   * @throws OrgmetaError METADATA_TOO_LARGE or DamagedRecord if it can't be: then the claim is given up
   */
  async finish(stored: StoredRecord): Promise<MetadataRecord | undefined> {
    const { record: invited, pendingAcceptance: claim } = stored;
    if (claim === undefined) return undefined;
    if (claim.is_abandoned) {
      await this.#giveUp(invited, claim);
      return undefined;
    }
    try {
      const owner = membershipOf(invited.owner, claim.user_id);
      const merged = await this.#queue.run(owner, () => retryConflicts(() => this.#merge(invited, claim)));
      if (merged === 'finished') return undefined;
      return (await this.#finishInvitation(invited, claim)) ? merged : undefined;
    } catch (error) {
      if (isFinal(error) && !(await this.#giveUp(invited, claim))) return undefined;
      throw error;
    }
  }

  /** Finishes an acceptance, or gives it up, for a caller who wants something else of the invitation. */
  async settle(stored: StoredRecord): Promise<void> {
    try {
      await this.finish(stored);
    } catch (error) {
      if (!isFinal(error)) throw error;
    }
  }

  async #claim({ owner, incarnation, revision }: MetadataRecord, claim: PendingAcceptance) {
    const free = { pending_acceptance: { $exists: false } };
    await this.#update({ ...documentKey(owner), incarnation, revision, ...free }, 'invitation', {
      $set: { pending_acceptance: claim },
    });
  }

  /** Gives the membership with the invitation in it; undefined after a conflict. */
  async #merge(invited: MetadataRecord, claim: PendingAcceptance): Promise<MetadataRecord | 'finished' | undefined> {
    const owner = membershipOf(invited.owner, claim.user_id);
    const mark = markOf(invited);
    const before = await this.#records.readStored(owner);
    if (before?.mergedInvitations.includes(mark) === true) return before.record;
    // Only now: a membership without the mark may be one whose mark is gone, since all was finished.
    const now = await this.#records.readStored(invited.owner);
    if (now?.pendingAcceptance?.id !== claim.id || now.pendingAcceptance.is_abandoned) return 'finished';
    const stamp = newStamp();
    const { membership } = applyAcceptance(invited, owner, before?.record, {
      now: claim.time.getTime(),
      incarnation: stamp.incarnation,
    });
    if (membership === before?.record) return membership;
    return (await this.#records.put(before, membership, mark)) ? membership : undefined;
  }

  /** Tells whether the claim was still there. If a reply is lost, it may not be, and the next look at it says the same. */
  async #finishInvitation(invited: MetadataRecord, claim: PendingAcceptance): Promise<boolean> {
    const owner = membershipOf(invited.owner, claim.user_id);
    const stamp = { now: claim.time.getTime(), incarnation: 0 };
    const { acceptTime, updateTime, revision } = applyAcceptance(invited, owner, undefined, stamp).invitation;
    const isFinished = await this.#update(
      { ...documentKey(invited.owner), 'pending_acceptance.id': claim.id },
      'invitation',
      {
        $set: {
          accepted_user_id: claim.user_id,
          accept_time: new Date(acceptTime ?? updateTime),
          update_time: new Date(updateTime),
          revision,
        },
        $unset: { pending_acceptance: '' },
      },
    );
    if (!isFinished) return false;
    await this.#update({ ...documentKey(owner) }, 'membership', { $pull: { merged_invitations: markOf(invited) } });
    return true;
  }

  /**
   * Gives a claim up, in four steps of its own, since another process may be about to merge what no longer is too large:
   * the claim is abandoned, so that no merge begins; the membership gets a fence, so that one that has begun fails; if the
   * mark is there all the same, the merge came before the fence, and the acceptance is finished; else the claim goes.
   *
   * @returns whether it was given up, and not finished
   */
  async #giveUp(invited: MetadataRecord, claim: PendingAcceptance): Promise<boolean> {
    const claimed = { ...documentKey(invited.owner), 'pending_acceptance.id': claim.id };
    const membership = membershipOf(invited.owner, claim.user_id);
    await this.#update(claimed, 'invitation', { $set: { 'pending_acceptance.is_abandoned': true } });
    await this.#update({ ...documentKey(membership) }, 'membership', { $set: { fence: claim.id } });
    if (await this.#isMerged(invited, membership)) {
      await this.#finishInvitation(invited, claim);
      return false;
    }
    await this.#update(claimed, 'invitation', { $unset: { pending_acceptance: '' } });
    return true;
  }

  async #isMerged(invited: MetadataRecord, owner: MembershipOwner): Promise<boolean> {
    try {
      const membership = await this.#records.readStored(owner);
      return membership?.mergedInvitations.includes(markOf(invited)) === true;
    } catch (error) {
      if (error instanceof DamagedRecord) return false;
      throw error;
    }
  }

  /** Each of these updates does nothing the second time, and what it did is seen when the invitation is read again. */
  async #update(
    filter: DocumentKey & Record<string, unknown>,
    kind: 'invitation' | 'membership',
    update: Record<string, Record<string, unknown>>,
  ): Promise<boolean> {
    const send = () => this.#connection.documents(kind).updateOne(filter, update);
    return (await sendWrite(this.#connection.gate, send)).result.matchedCount > 0;
  }
}

/** Names an invitation in the membership that has it: also tells it from one that was created in its place. */
function markOf({ owner, incarnation }: MetadataRecord): string {
  return `${documentKey(owner)._id}/${incarnation}`;
}

function membershipOf({ organizationId }: { readonly organizationId: string }, userId: string): MembershipOwner {
  return { kind: 'membership', organizationId, userId };
}

/** Tells whether trying again would come to the same. */
function isFinal(error: unknown): boolean {
  return error instanceof DamagedRecord || (error instanceof OrgmetaError && error.reason === 'METADATA_TOO_LARGE');
}
