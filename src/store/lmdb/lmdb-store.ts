import { metadataNotFound, organizationNotEmpty } from '../../domain/errors.js';
import { checkEtag, ETAG_EXISTS } from '../../domain/etag.js';
import type { InvitationOwner, MembershipOwner, Owner } from '../../domain/owner.js';
import { applyAcceptance, requireRecord, wasAcceptedBy } from '../apply-acceptance.js';
import { applyChange, newStamp } from '../apply-change.js';
import { checkRestorable } from '../check-restorable.js';
import { judgeRestore } from '../judge-restore.js';
import type { MetadataRecord, PublicRecord } from '../record.js';
import type {
  Change,
  Deletion,
  ListQuery,
  Page,
  PublicListQuery,
  Restored,
  Store,
  StoreOptions,
  WriteResult,
} from '../store.js';
import { isLmdbError, readFailure } from './failures.js';
import { MARK_KEY } from './keys.js';
import { listRecords } from './list-records.js';
import type { Database } from './open-database.js';
import { decodePublicRecord, decodeRecord } from './record-codec.js';
import { RecordTable } from './record-table.js';
import { choosePublicWalk, chooseWalk } from './walk.js';
import { Writer } from './writer.js';

/** The most memberships and invitations that are deleted in one transaction, which holds up other requests. */
const DELETE_BATCH = 500;

/** The embedded store. Reads are synchronous, from a snapshot that is at most a turn old. */
export class LmdbStore implements Store {
  readonly pageTokenKey: Uint8Array;
  readonly #database: Database;
  readonly #onDamage: StoreOptions['onDamage'];
  readonly #writer: Writer;
  readonly #records: RecordTable;
  /** The calls that take more than one turn. */
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(database: Database, pageTokenKey: Uint8Array, { onDamage }: StoreOptions) {
    this.pageTokenKey = pageTokenKey;
    this.#database = database;
    this.#onDamage = onDamage;
    this.#writer = new Writer(database);
    this.#records = new RecordTable(database, onDamage);
  }

  get(owner: Owner): Promise<MetadataRecord | undefined> {
    return answer(() => this.#records.read(owner, decodeRecord));
  }

  getMany(owners: readonly Owner[]): Promise<(MetadataRecord | undefined)[]> {
    return answer(() => owners.map((owner) => this.#records.read(owner, decodeRecord)));
  }

  getPublic(owner: Owner): Promise<PublicRecord | undefined> {
    return answer(() => this.#records.read(owner, decodePublicRecord));
  }

  getManyPublic(owners: readonly Owner[]): Promise<(PublicRecord | undefined)[]> {
    return answer(() => owners.map((owner) => this.#records.read(owner, decodePublicRecord)));
  }

  list(query: ListQuery): Promise<Page<MetadataRecord>> {
    return this.#list(listRecords(chooseWalk(this.#database, query), query, decodeRecord, this.#onDamage));
  }

  listPublic(query: PublicListQuery): Promise<Page<PublicRecord>> {
    return this.#list(listRecords(choosePublicWalk(this.#database, query), query, decodePublicRecord, this.#onDamage));
  }

  async write(owner: Owner, change: Change): Promise<WriteResult> {
    const decide = (): WriteResult => {
      const before = this.#records.readToChange(owner);
      return { record: applyChange(owner, before, change, newStamp()), before };
    };
    if (change.validateOnly) return answer(decide);
    this.#records.probe(owner, 'write');
    return this.#writer.run(() => {
      const result = decide();
      this.#records.put(result.before, result.record);
      return result;
    });
  }

  async delete(owner: Owner, deletion: Deletion): Promise<void> {
    this.#records.probe(owner, 'delete');
    return this.#track(this.#deleteAll(owner, deletion));
  }

  async accept(invitation: InvitationOwner, userId: string): Promise<MetadataRecord> {
    const membership: MembershipOwner = { kind: 'membership', organizationId: invitation.organizationId, userId };
    this.#records.probe(invitation, 'write');
    this.#records.probe(membership, 'write');
    return this.#writer.run(() => {
      const invited = requireRecord(this.#records.read(invitation, decodeRecord), invitation);
      const isRetry = wasAcceptedBy(invited, userId);
      const current = this.#records.read(membership, decodeRecord);
      if (isRetry) return requireRecord(current, membership);
      const next = applyAcceptance(invited, membership, current, newStamp());
      this.#records.put(invited, next.invitation);
      this.#records.put(current, next.membership);
      return next.membership;
    });
  }

  async restore(given: MetadataRecord): Promise<Restored> {
    const record = checkRestorable(given);
    const judge = () => {
      const current = this.#records.read(record.owner, decodeRecord);
      return { current, outcome: judgeRestore(record, current) };
    };
    // What is there already needs no transaction.
    const { outcome } = judge();
    if (outcome !== 'written') return outcome;
    this.#records.probe(record.owner, 'write');
    return this.#writer.run(() => {
      const { current, outcome } = judge();
      if (outcome === 'written') this.#records.put(current, record);
      return outcome;
    });
  }

  check(): Promise<void> {
    return answer(() => {
      this.#writer.checkAnswers();
      this.#records.find(MARK_KEY);
    });
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    await this.#writer.close();
  }

  /** Deletes children in batches, and with the last of them the record itself: until then, a retry finds its condition. */
  async #deleteAll(owner: Owner, deletion: Deletion): Promise<void> {
    let isFirst = true;
    while (!(await this.#writer.run(() => this.#deleteBatch(owner, deletion, isFirst)))) isFirst = false;
  }

  /** Runs within a transaction. Tells whether it was the last batch. */
  #deleteBatch(owner: Owner, { etag, force }: Deletion, isFirst: boolean): boolean {
    const exists = this.#records.has(owner);
    const children =
      owner.kind === 'organization' ? this.#records.children(owner.organizationId, DELETE_BATCH + 1) : [];
    // What is not there at a later batch was deleted by somebody else meanwhile.
    if (isFirst && !exists && (children.length === 0 || etag !== '')) throw metadataNotFound(owner);
    // A damaged record, which has no etag, can still be deleted without one.
    if (exists && etag !== '' && etag !== ETAG_EXISTS)
      checkEtag(etag, this.#records.read(owner, decodeRecord), () => metadataNotFound(owner));
    if (children.length > 0 && !force) throw organizationNotEmpty();
    for (const child of children.slice(0, DELETE_BATCH)) this.#records.remove(child);
    const isLast = children.length <= DELETE_BATCH;
    if (isLast && exists) this.#records.remove(owner);
    return isLast;
  }

  async #list<R>(listing: Promise<Page<R>>): Promise<Page<R>> {
    try {
      return await this.#track(listing);
    } catch (error) {
      this.#database.resetReadTxn();
      throw isLmdbError(error) ? readFailure(error) : error;
    }
  }

  async #track<T>(call: Promise<T>): Promise<T> {
    this.#underWay.add(call);
    try {
      return await call;
    } finally {
      this.#underWay.delete(call);
    }
  }
}

/** Reads don't wait, but what they throw is a rejection all the same. */
function answer<T>(read: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(read());
  });
}
