import { ownerName, type Owner } from '../../domain/owner.js';
import { DamagedRecord } from '../damaged-record.js';
import type { MetadataRecord } from '../record.js';
import type { StoreOptions } from '../store.js';
import { readFailure } from './failures.js';
import { ownerOfKey, publicIndexKey, recordKey, recordRange, userIndexKey } from './keys.js';
import type { Database } from './open-database.js';
import { RecentRecords } from './recent-records.js';
import { decodeRecord, encodeRecord, type Decode } from './record-codec.js';

/** What an index entry holds: its key says it all. */
const INDEX_ENTRY = Buffer.alloc(0);

/** The records of a database, each with its index entries. Changes are made within a transaction of the caller's. */
export class RecordTable {
  readonly #database: Database;
  readonly #onDamage: StoreOptions['onDamage'];
  readonly #recent = new RecentRecords();

  constructor(database: Database, onDamage: StoreOptions['onDamage']) {
    this.#database = database;
    this.#onDamage = onDamage;
  }

  /** Gives the stored bytes of a key, valid until the next read. */
  find(key: string): Buffer | undefined {
    try {
      return this.#database.getBinaryFast(key);
    } catch (error) {
      // On a damaged page the snapshot is spoilt, which the other reads of this turn would share.
      this.#database.resetReadTxn();
      throw readFailure(error);
    }
  }

  /** Tells whether there is a record, be it a damaged one. */
  has(owner: Owner): boolean {
    return this.find(recordKey(owner)) !== undefined;
  }

  /** @throws DamagedRecord, which is reported */
  read<R>(owner: Owner, decode: Decode<R>): R | undefined {
    return this.#report(owner, () => {
      const key = recordKey(owner);
      const stored = this.find(key);
      return stored && decode(owner, key, stored);
    });
  }

  /** Reads a record that will be changed; one that was written of late needn't be parsed. */
  readToChange(owner: Owner): MetadataRecord | undefined {
    return this.read(owner, (_, key, stored) => this.#recent.recall(key, stored) ?? decodeRecord(owner, key, stored));
  }

  /**
   * Fails where a damaged page should hold the record, or its index entries if they may be written. To come by that page
   * in a transaction would spoil it, and with it every other write of the same commit.
   *
   * @throws DamagedRecord, which is reported
   */
  probe(owner: Owner, verb: 'write' | 'delete'): void {
    this.#report(owner, () => {
      const exists = this.has(owner);
      if (exists && verb === 'write') return;
      for (const key of indexKeys(owner)) this.find(key);
    });
  }

  /** Stores a record, unless it is as it was before. */
  put(before: MetadataRecord | undefined, record: MetadataRecord): void {
    if (record === before) return;
    const { owner } = record;
    const key = recordKey(owner);
    const encoded = encodeRecord(key, record);
    this.#database.putSync(key, encoded);
    this.#recent.remember(key, record, encoded);
    if (before === undefined && owner.kind === 'membership') this.#database.putSync(userIndexKey(owner), INDEX_ENTRY);
    const wasPublic = before !== undefined && before.publicRevision > 0;
    if (record.publicRevision > 0 && !wasPublic) this.#database.putSync(publicIndexKey(owner), INDEX_ENTRY);
  }

  remove(owner: Owner): void {
    const key = recordKey(owner);
    this.#database.removeSync(key);
    this.#recent.forget(key);
    for (const indexKey of indexKeys(owner)) this.#database.removeSync(indexKey);
  }

  /** Gives the owners of an organization's memberships, and then invitations, that have records: the first of them. */
  children(organizationId: string, most: number): Owner[] {
    const owners: Owner[] = [];
    for (const kind of ['membership', 'invitation'] as const) {
      const range = { ...recordRange(kind, organizationId), limit: most - owners.length };
      if (range.limit > 0) owners.push(...[...this.#database.getKeys(range)].map(ownerOfKey));
    }
    return owners;
  }

  #report<T>(owner: Owner, read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (error instanceof DamagedRecord) this.#onDamage(owner.kind, ownerName(owner), error.message);
      throw error;
    }
  }
}

function indexKeys(owner: Owner): string[] {
  return owner.kind === 'membership' ? [publicIndexKey(owner), userIndexKey(owner)] : [publicIndexKey(owner)];
}
