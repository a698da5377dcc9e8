import { metadataNotFound, OrgmetaError } from '../../domain/errors.js';
import { checkEtag, ETAG_EXISTS } from '../../domain/etag.js';
import { ownerName, type InvitationOwner, type MembershipOwner, type Owner } from '../../domain/owner.js';
import { applyAcceptance, requireRecord, wasAcceptedBy } from '../apply-acceptance.js';
import { applyChange, newStamp } from '../apply-change.js';
import type { MetadataRecord, PublicRecord } from '../record.js';
import type { Change, Deletion, ListQuery, Page, Store, StoreOptions, WriteResult } from '../store.js';
import { isLmdbError, readFailure } from './failures.js';
import { MARK_KEY, ownerOfKey, recordKey, recordRange, userIndexKey } from './keys.js';
import { listRecords } from './list-records.js';
import type { Database } from './open-database.js';
import { DamagedRecord, decodePublicRecord, decodeRecord, encodeRecord, type Decode } from './record-codec.js';
import { RecentRecords } from './recent-records.js';
import { Writer } from './writer.js';

/** What an index entry holds: its key says it all. */
const INDEX_ENTRY = Buffer.alloc(0);

/** The embedded store: one file, one process. Reads are synchronous, from a snapshot that is at most a turn old. */
export class LmdbStore implements Store {
  readonly pageTokenKey: Uint8Array;
  readonly #database: Database;
  readonly #onDamage: StoreOptions['onDamage'];
  readonly #writer: Writer;
  readonly #recent = new RecentRecords();
  readonly #listings = new Set<Promise<unknown>>();

  constructor(database: Database, pageTokenKey: Uint8Array, { onDamage }: StoreOptions) {
    this.pageTokenKey = pageTokenKey;
    this.#database = database;
    this.#onDamage = onDamage;
    this.#writer = new Writer(database);
  }

  get(owner: Owner): Promise<MetadataRecord | undefined> {
    return answer(() => this.#read(owner, decodeRecord));
  }

  getMany(owners: readonly Owner[]): Promise<(MetadataRecord | undefined)[]> {
    return answer(() => owners.map((owner) => this.#read(owner, decodeRecord)));
  }

  getPublic(owner: Owner): Promise<PublicRecord | undefined> {
    return answer(() => this.#read(owner, decodePublicRecord));
  }

  getManyPublic(owners: readonly Owner[]): Promise<(PublicRecord | undefined)[]> {
    return answer(() => owners.map((owner) => this.#read(owner, decodePublicRecord)));
  }

  list(query: ListQuery): Promise<Page<MetadataRecord>> {
    return this.#list(query, decodeRecord);
  }

  listPublic(query: Omit<ListQuery, 'privateContains'>): Promise<Page<PublicRecord>> {
    return this.#list(query, decodePublicRecord);
  }

  async write(owner: Owner, change: Change): Promise<WriteResult> {
    const decide = (): WriteResult => {
      const before = this.#read(owner, this.#recallOrDecode);
      return { record: applyChange(owner, before, change, newStamp()), before };
    };
    if (change.validateOnly) return answer(decide);
    this.#probe(owner);
    return this.#writer.run(() => {
      const result = decide();
      this.#put(result.before, result.record);
      return result;
    });
  }

  async delete(owner: Owner, { etag, force }: Deletion): Promise<void> {
    this.#probe(owner);
    return this.#writer.run(() => {
      const exists = this.#find(recordKey(owner)) !== undefined;
      const children = owner.kind === 'organization' ? this.#children(owner.organizationId, force) : [];
      if (!exists && (children.length === 0 || etag !== '')) throw metadataNotFound(owner);
      // A damaged record, which has no etag, can still be deleted without one.
      if (etag !== '' && etag !== ETAG_EXISTS)
        checkEtag(etag, this.#read(owner, decodeRecord), () => metadataNotFound(owner));
      if (children.length > 0 && !force) throw organizationNotEmpty();
      for (const child of children) this.#remove(child);
      if (exists) this.#remove(owner);
    });
  }

  async accept(invitation: InvitationOwner, userId: string): Promise<MetadataRecord> {
    const membership: MembershipOwner = { kind: 'membership', organizationId: invitation.organizationId, userId };
    this.#probe(invitation);
    this.#probe(membership);
    return this.#writer.run(() => {
      const invited = requireRecord(this.#read(invitation, decodeRecord), invitation);
      const current = this.#read(membership, decodeRecord);
      if (wasAcceptedBy(invited, userId)) return requireRecord(current, membership);
      const next = applyAcceptance(invited, membership, current, newStamp());
      this.#put(invited, next.invitation);
      this.#put(current, next.membership);
      return next.membership;
    });
  }

  check(): Promise<void> {
    return answer(() => {
      this.#writer.checkAnswers();
      this.#find(MARK_KEY);
    });
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#listings);
    await this.#writer.close();
  }

  /** Gives the stored bytes of a key, valid until the next read. */
  #find(key: string): Buffer | undefined {
    try {
      return this.#database.getBinaryFast(key);
    } catch (error) {
      // On a damaged page the snapshot is spoilt, which the other reads of this turn would share.
      this.#database.resetReadTxn();
      throw readFailure(error);
    }
  }

  #read<R>(owner: Owner, decode: Decode<R>): R | undefined {
    return this.#report(owner, () => {
      const key = recordKey(owner);
      const stored = this.#find(key);
      return stored && decode(owner, key, stored);
    });
  }

  readonly #recallOrDecode: Decode<MetadataRecord> = (owner, key, stored) =>
    this.#recent.recall(key, stored) ?? decodeRecord(owner, key, stored);

  /**
   * Fails where a damaged page should hold the record. To come by that page in a transaction would spoil it, and with it
   * every other write of the same commit.
   */
  #probe(owner: Owner): void {
    this.#report(owner, () => this.#find(recordKey(owner)));
  }

  #report<T>(owner: Owner, read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (error instanceof DamagedRecord) this.#onDamage(owner.kind, ownerName(owner), error.message);
      throw error;
    }
  }

  #put(before: MetadataRecord | undefined, record: MetadataRecord): void {
    if (record === before) return;
    const { owner } = record;
    const key = recordKey(owner);
    const encoded = encodeRecord(key, record);
    this.#database.putSync(key, encoded);
    this.#recent.remember(key, record, encoded);
    if (before === undefined && owner.kind === 'membership') this.#database.putSync(userIndexKey(owner), INDEX_ENTRY);
  }

  #remove(owner: Owner): void {
    const key = recordKey(owner);
    this.#database.removeSync(key);
    this.#recent.forget(key);
    if (owner.kind === 'membership') this.#database.removeSync(userIndexKey(owner));
  }

  /** Gives all records of an organization's memberships and invitations; if it isn't `all`, one is enough. */
  #children(organizationId: string, all: boolean): Owner[] {
    return (['membership', 'invitation'] as const).flatMap((kind) =>
      [...this.#database.getKeys({ ...recordRange(kind, organizationId), ...(!all && { limit: 1 }) })].map(ownerOfKey),
    );
  }

  async #list<R extends PublicRecord>(query: ListQuery, decode: Decode<R>): Promise<Page<R>> {
    const listing = listRecords(this.#database, query, decode, this.#onDamage);
    this.#listings.add(listing);
    try {
      return await listing;
    } catch (error) {
      this.#database.resetReadTxn();
      throw isLmdbError(error) ? readFailure(error) : error;
    } finally {
      this.#listings.delete(listing);
    }
  }
}

function organizationNotEmpty(): OrgmetaError {
  return new OrgmetaError(
    'ORGANIZATION_NOT_EMPTY',
    'this organization has metadata of memberships or invitations; delete these first, or send force',
  );
}

/** Reads don't wait, but what they throw is a rejection all the same. */
function answer<T>(read: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(read());
  });
}
