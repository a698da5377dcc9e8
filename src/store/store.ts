import type { JsonObject } from '../domain/json.js';
import type { InvitationOwner, Kind, Owner } from '../domain/owner.js';
import type { MetadataRecord, PublicRecord } from './record.js';

/** What a write does with each document that it is given. */
export interface Change {
  /** `update` merges a patch (RFC 7396), `replace` sets the document whole. */
  readonly verb: 'update' | 'replace';
  /** The patch, or the document. Left out, the public metadata stays as it is. */
  readonly publicMetadata?: JsonObject | undefined;
  /** The patch, or the document. Left out, the private metadata stays as it is. */
  readonly privateMetadata?: JsonObject | undefined;
  /** The condition: empty for none, a backend etag, `*` (must exist) or `0` (must not). */
  readonly etag: string;
  /** If true, everything is checked and nothing is written. */
  readonly validateOnly: boolean;
}

/** What a write left behind. */
export interface WriteResult {
  /** The record as it is stored now; after `validateOnly`, as it would be. */
  readonly record: MetadataRecord;
  /** The record as it was before, or undefined if there was none. */
  readonly before: MetadataRecord | undefined;
}

/** The condition and the reach of a deletion. */
export interface Deletion {
  /** As in {@link Change}. */
  readonly etag: string;
  /** On an organization: deletes the records of its memberships and invitations too, which otherwise block. */
  readonly force: boolean;
}

/** Which records a listing returns, and how many at a time. */
export interface ListQuery {
  readonly kind: Kind;
  /** Lists within this organization. Left out for organizations, and for the memberships of `userId`. */
  readonly organizationId?: string | undefined;
  /** Lists the memberships of this user. */
  readonly userId?: string | undefined;
  /** Lists only what belongs to these organizations. Left out, there is no such restriction. */
  readonly organizations?: readonly string[] | undefined;
  readonly publicContains?: JsonObject | undefined;
  readonly privateContains?: JsonObject | undefined;
  /** The most records of the page, at least 1. */
  readonly pageSize: number;
  /** The page ends before the record whose documents, as Struct bytes, would take it past this; it holds at least one. */
  readonly maxBytes: number;
  /** The `next` of the page before; left out for the first one. */
  readonly after?: string | undefined;
}

/** What a listing for the frontend may ask for. */
export type PublicListQuery = Omit<ListQuery, 'privateContains' | 'userId'>;

/** One page of a listing. */
export interface Page<R> {
  readonly records: readonly R[];
  /** Where the next page starts; undefined if there is nothing more. Not for a caller: `sealPages` seals it. */
  readonly next: string | undefined;
}

/**
 * What became of a record that was restored.
 *
 * - `written`: there was none, or the one that was there was of the same incarnation and of a lower revision.
 * - `unchanged`: the same incarnation and revision is there.
 * - `newer`: the same incarnation is there with a higher revision, or public revision, and was kept.
 * - `other`: a record of another incarnation is there, and was kept.
 */
export type Restored = 'written' | 'unchanged' | 'newer' | 'other';

/** What the frontend's handlers may do. */
export interface PublicStore {
  getPublic(owner: Owner): Promise<PublicRecord | undefined>;
  /** Returns a record or undefined for each owner, in the order given. */
  getManyPublic(owners: readonly Owner[]): Promise<(PublicRecord | undefined)[]>;
  listPublic(query: PublicListQuery): Promise<Page<PublicRecord>>;
}

/** What the backend's handlers may do. */
export interface BackendStore {
  get(owner: Owner): Promise<MetadataRecord | undefined>;
  /** Returns a record or undefined for each owner, in the order given. */
  getMany(owners: readonly Owner[]): Promise<(MetadataRecord | undefined)[]>;
  list(query: ListQuery): Promise<Page<MetadataRecord>>;
  write(owner: Owner, change: Change): Promise<WriteResult>;
  delete(owner: Owner, deletion: Deletion): Promise<void>;
  /** Accepts an invitation for a user, and returns the membership's record. */
  accept(invitation: InvitationOwner, userId: string): Promise<MetadataRecord>;
}

/**
 * Where records are kept. Every store keeps these promises, and the conformance suite (`test/store/conformance.ts`)
 * names them by number.
 *
 *  1. **Durable.** A write whose promise resolved survives a crash of the process and of the machine.
 *  2. **Visible.** A read that starts after a write resolved sees it; no read sees a write that could still be lost.
 *  3. **Nothing lost.** Concurrent writes without a condition are each merged into the latest record.
 *  4. **Conditional.** A write or deletion with an etag is done only if the record's etag is that one, else ETAG_MISMATCH
 *     with the current etag and nothing written. `*`: it must exist, else METADATA_NOT_FOUND. `0`: it must not.
 *     A record that was deleted and created again has another etag.
 *  5. **Quiet.** A write that changes nothing leaves versions and times as they were. One that changes only private
 *     metadata leaves `publicRevision` and `publicUpdateTime` as they were. Times never go backwards.
 *  6. **Limited.** A document that would be over the limit after the merge is refused (METADATA_TOO_LARGE), whole.
 *  7. **Dry.** A write with `validateOnly` checks everything, returns what would be stored, and stores nothing.
 *  8. **Faithful.** A document comes back equal: every key and value that the document rules allow.
 *  9. **Public.** A public read returns no private metadata, and no record whose public metadata was never given:
 *     `publicRevision` is 0 until a write gives some, or creates the record with `{}`.
 * 10. **Paged.** A listing is ordered by id, returns each record that exists throughout, and matches, exactly once, and
 *     ends. A page is bounded in records, in bytes and in what it reads, so it may be short, even empty, with a `next`.
 *     A page of a public listing without a filter is never short for what the frontend may not know: it neither reads nor
 *     counts records whose public metadata was never given.
 * 11. **Found.** A listing with `contains` returns what `domain/contains` matches, and nothing else. A filter that takes too
 *     many comparisons with some record is ARGUMENT_INVALID.
 * 12. **Accepted once.** Accepting overlays the invitation's public metadata on the membership's, creates that (with
 *     public metadata, be it empty) if there is none, and marks the invitation; the same user again gets the membership as
 *     it is now (METADATA_NOT_FOUND if it was deleted since), another user INVITATION_ALREADY_ACCEPTED. If the result would
 *     be over the limit, nothing changes. A crash half way is finished by the retry. An accepted invitation refuses writes,
 *     and can be deleted.
 * 13. **Deleted.** Deleting what isn't there is METADATA_NOT_FOUND, whatever the etag. An organization with records of
 *     memberships or invitations is ORGANIZATION_NOT_EMPTY without `force`; with it, and without an etag that would need a
 *     record, these go too, also where the organization has no record of its own. They may go in steps, its own record last,
 *     and the condition is held to at each step: if the organization changes meanwhile, the steps that were done stay done.
 *     A retry finishes what that, or a crash, left.
 * 14. **Damage is contained.** A record that can't be read fails its own reads and writes with `DamagedRecord`, is
 *     reported to `onDamage`, is passed over by listings, and harms no other record. To delete it, without an etag or with
 *     `*`, is the way out.
 * 15. **Honest.** A store that can't be reached is STORE_UNAVAILABLE; a write that may have landed is
 *     WRITE_OUTCOME_UNKNOWN, never ETAG_MISMATCH.
 * 16. **Restored.** A record of another store, or of a backup, is written with its versions, times and acceptance as given,
 *     so that etags hold on, and found and listed like any other. It never takes the place of a record of another
 *     incarnation or of a higher revision; to restore it again changes nothing. One that no store could have written is
 *     refused: METADATA_TOO_LARGE, METADATA_INVALID, ARGUMENT_INVALID.
 */
export interface Store extends PublicStore, BackendStore {
  /**
   * 32 secret bytes that seal page tokens: the same for every process that shares the store, and after a restart. To read
   * them throws OrgmetaError STORE_UNAVAILABLE as long as the store was never reached.
   */
  readonly pageTokenKey: Uint8Array;
  /** Writes a record as it is given, its sizes apart, which are counted; says what became of it. */
  restore(record: MetadataRecord): Promise<Restored>;
  /** Resolves if the store answers. */
  check(): Promise<void>;
  /** Finishes what was begun and closes. No other method may be called afterwards. */
  close(): Promise<void>;
}

/** What every store is opened with. */
export interface StoreOptions {
  /** Is told of each record that can't be read: its kind and name, and what is wrong, never what it holds. */
  readonly onDamage: (kind: Kind, ownerName: string, problem: string) => void;
  /** Is told, if a store is opened that is kept on this machine, which other processes have it open, if any do. */
  readonly onShared?: (processIds: readonly number[]) => void;
  /** Is told, by a store that is reached over a network, what stands in its way or is done without, and why. */
  readonly onTrouble?: (problem: string, cause: unknown) => void;
}
