import type { InvitationOwner, Owner } from '../../domain/owner.js';
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
import { Acceptance } from './acceptance.js';
import type { Connection } from './connection.js';
import { Deleter } from './deleter.js';
import { readFailure } from './failures.js';
import { listRecords } from './list-records.js';
import { OwnerQueue } from './owner-queue.js';
import { decodePublicRecord, decodeRecord, PUBLIC_PROJECTION } from './record-document.js';
import { RecordTable } from './record-table.js';
import { retryConflicts } from './retry-conflicts.js';

/** Lists only what the frontend may know of. */
const PUBLIC_LISTING = {
  decode: decodePublicRecord,
  projection: PUBLIC_PROJECTION,
  only: { public_revision: { $gt: 0 } },
};

/** The store in a MongoDB database, which any number of processes may share. */
export class MongoStore implements Store {
  readonly #connection: Connection;
  readonly #records: RecordTable;
  readonly #acceptance: Acceptance;
  readonly #deleter: Deleter;
  readonly #queue: OwnerQueue;
  /** The calls that close() waits for. */
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(connection: Connection, { onDamage }: StoreOptions) {
    this.#connection = connection;
    this.#records = new RecordTable(connection, onDamage);
    this.#queue = new OwnerQueue(connection.callMs);
    this.#acceptance = new Acceptance(connection, this.#records, this.#queue);
    this.#deleter = new Deleter(connection, this.#records, this.#acceptance);
  }

  /** @throws OrgmetaError STORE_UNAVAILABLE before the database was reached */
  get pageTokenKey(): Uint8Array {
    try {
      return this.#connection.pageTokenKey;
    } catch (error) {
      throw readFailure(error);
    }
  }

  get(owner: Owner): Promise<MetadataRecord | undefined> {
    return this.#answer(this.#records.read(owner));
  }

  getMany(owners: readonly Owner[]): Promise<(MetadataRecord | undefined)[]> {
    return this.#answer(Promise.all(owners.map((owner) => this.#records.read(owner))));
  }

  getPublic(owner: Owner): Promise<PublicRecord | undefined> {
    return this.#answer(this.#records.readPublic(owner));
  }

  getManyPublic(owners: readonly Owner[]): Promise<(PublicRecord | undefined)[]> {
    return this.#answer(Promise.all(owners.map((owner) => this.#records.readPublic(owner))));
  }

  list(query: ListQuery): Promise<Page<MetadataRecord>> {
    return this.#answer(listRecords(this.#connection, this.#records, query, { decode: decodeRecord }));
  }

  listPublic(query: PublicListQuery): Promise<Page<PublicRecord>> {
    return this.#answer(listRecords(this.#connection, this.#records, query, PUBLIC_LISTING));
  }

  write(owner: Owner, change: Change): Promise<WriteResult> {
    const attempt = async () => {
      const stored = await this.#records.readStored(owner);
      if (stored?.pendingAcceptance !== undefined) {
        await this.#acceptance.settle(stored);
        return undefined;
      }
      const before = stored?.record;
      const record = applyChange(owner, before, change, newStamp());
      if (change.validateOnly || record === before) return { record, before };
      return (await this.#records.put(stored, record)) ? { record, before } : undefined;
    };
    return this.#inTurn(owner, () => retryConflicts(attempt));
  }

  delete(owner: Owner, deletion: Deletion): Promise<void> {
    return this.#inTurn(owner, () => this.#deleter.delete(owner, deletion));
  }

  accept(invitation: InvitationOwner, userId: string): Promise<MetadataRecord> {
    return this.#inTurn(invitation, () => this.#acceptance.accept(invitation, userId));
  }

  async restore(given: MetadataRecord): Promise<Restored> {
    const record = checkRestorable(given);
    const attempt = async () => {
      const stored = await this.#records.readStored(record.owner);
      if (stored?.pendingAcceptance !== undefined) {
        await this.#acceptance.settle(stored);
        return undefined;
      }
      const outcome = judgeRestore(record, stored?.record);
      return outcome !== 'written' || (await this.#records.put(stored, record)) ? outcome : undefined;
    };
    return this.#inTurn(record.owner, () => retryConflicts(attempt));
  }

  check(): Promise<void> {
    return this.#answer(this.#connection.ping());
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    await this.#connection.close();
  }

  /** Runs a write after those of this process that came before it, of the same record. */
  #inTurn<T>(owner: Owner, action: () => Promise<T>): Promise<T> {
    return this.#answer(this.#queue.run(owner, action));
  }

  async #answer<T>(call: Promise<T>): Promise<T> {
    this.#underWay.add(call);
    try {
      return await call;
    } catch (error) {
      throw readFailure(error);
    } finally {
      this.#underWay.delete(call);
    }
  }
}
