import { randomBytes } from 'node:crypto';
import { ownerName, type Kind, type Owner } from '../../domain/owner.js';
import { DamagedRecord } from '../damaged-record.js';
import type { MetadataRecord, PublicRecord } from '../record.js';
import type { StoreOptions } from '../store.js';
import { documentKey } from './collections.js';
import type { Connection } from './connection.js';
import { isDatabaseError, isDuplicate, NotSent } from './failures.js';
import { hasLanded, isGone, WRITE_IDS } from './read-back.js';
import {
  decodePublicRecord,
  decodeStored,
  parseDocument,
  PUBLIC_PROJECTION,
  toFields,
  type Decode,
  type Document,
  type StoredRecord,
} from './record-document.js';
import { readTogether, type ReadOne } from './read-together.js';
import { sendWrite } from './send-write.js';

/** The documents of the database, one for each record. */
export class RecordTable {
  readonly #connection: Connection;
  readonly #onDamage: StoreOptions['onDamage'];
  readonly #stored: Readonly<Record<Kind, ReadOne<StoredRecord>>>;
  readonly #public: Readonly<Record<Kind, ReadOne<PublicRecord>>>;

  constructor(connection: Connection, onDamage: StoreOptions['onDamage']) {
    this.#connection = connection;
    this.#onDamage = onDamage;
    this.#stored = eachKind((kind) =>
      readTogether(connection, { kind, decode: (owner, bytes) => this.decode(owner, bytes, decodeStored) }),
    );
    this.#public = eachKind((kind) =>
      readTogether(connection, {
        kind,
        projection: PUBLIC_PROJECTION,
        decode: (owner, bytes) => this.decode(owner, bytes, decodePublicRecord),
      }),
    );
  }

  /** @throws DamagedRecord, which is reported; or what the driver throws */
  readStored(owner: Owner): Promise<StoredRecord | undefined> {
    return this.#stored[owner.kind](owner);
  }

  /** @throws DamagedRecord, which is reported; or what the driver throws */
  async read(owner: Owner): Promise<MetadataRecord | undefined> {
    return (await this.readStored(owner))?.record;
  }

  /** @throws DamagedRecord, which is reported; or what the driver throws */
  readPublic(owner: Owner): Promise<PublicRecord | undefined> {
    return this.#public[owner.kind](owner);
  }

  /**
   * Stores a record, if what is stored is what was read before: nobody else has changed it meanwhile, nor begun to accept it.
   *
   * @param merged on a membership, the invitation that was laid over it.
   * @returns whether it was stored.
   * @throws OrgmetaError STORE_UNAVAILABLE; WRITE_OUTCOME_UNKNOWN if not even a read can tell
   */
  async put(before: StoredRecord | undefined, record: MetadataRecord, merged?: string): Promise<boolean> {
    const writeId = randomBytes(9).toString('base64url');
    const { owner } = record;
    const fields = {
      ...toFields(before?.record, record),
      ...(merged !== undefined && { merged_invitations: [...(before?.mergedInvitations ?? []), merged] }),
      write_ids: [...(before?.writeIds ?? []), writeId].slice(-WRITE_IDS),
    };
    const { result, broken } = await sendWrite(this.#connection.gate, () =>
      before === undefined ? this.#insert(owner, fields) : this.#replace(before, fields, merged !== undefined),
    );
    return result || broken === undefined
      ? result
      : hasLanded(() => this.readStored(owner), { before, record, writeId }, broken);
  }

  /** Deletes a record as it was read; without a version, whatever it is. Tells whether it was there. */
  async remove(owner: Owner, version: Document): Promise<boolean> {
    const { result, broken } = await sendWrite(this.#connection.gate, async () => {
      const documents = this.#connection.documents(owner.kind);
      return (await documents.deleteOne({ ...documentKey(owner), ...version })).deletedCount > 0;
    });
    return result || (broken !== undefined && (await isGone(() => this.readStored(owner), version, broken)));
  }

  /** Decodes a document for its owner, and reports it if it is damaged. @throws DamagedRecord */
  decode<R>(owner: Owner, bytes: Uint8Array, decode: Decode<R>): R | undefined {
    try {
      return decode(owner, parseDocument(bytes));
    } catch (error) {
      if (error instanceof DamagedRecord) this.#onDamage(owner.kind, ownerName(owner), error.message);
      throw error;
    }
  }

  async #insert(owner: Owner, fields: Document): Promise<boolean> {
    try {
      await this.#connection.documents(owner.kind).insertOne({ _id: ownerName(owner), ...fields });
      return true;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await this.#refuseStray(owner).catch((cause: unknown) => {
        throw isDatabaseError(cause) ? new NotSent('what is in the way could not be read', { cause }) : cause;
      });
      return false;
    }
  }

  async #replace({ record, fence }: StoredRecord, fields: Document, isMerge: boolean): Promise<boolean> {
    const { owner, incarnation, revision } = record;
    const filter = {
      ...documentKey(owner),
      incarnation,
      revision,
      ...(owner.kind === 'invitation' && { pending_acceptance: { $exists: false } }),
      ...(isMerge && { fence: fence ?? { $exists: false } }),
    };
    const unset = owner.kind === 'invitation' && fields.accepted_user_id === undefined;
    const { matchedCount } = await this.#connection.documents(owner.kind).updateOne(filter, {
      $set: fields,
      // A restored invitation may be one that was not accepted.
      ...(unset && { $unset: { accepted_user_id: '', accept_time: '' } }),
    });
    return matchedCount > 0;
  }

  /** A document that has the `_id` and not the organization that it says is found by nothing else. */
  async #refuseStray(owner: Owner): Promise<void> {
    const { _id, organization_id } = documentKey(owner);
    const found = await this.#connection.documents(owner.kind).findOne({ _id }, { projection: { organization_id: 1 } });
    if (found === null || found.organization_id === organization_id) return;
    const problem = 'organization_id is not the id that _id says';
    this.#onDamage(owner.kind, ownerName(owner), problem);
    throw new DamagedRecord(problem);
  }
}

function eachKind<T>(make: (kind: Kind) => T): Readonly<Record<Kind, T>> {
  return {
    organization: make('organization'),
    membership: make('membership'),
    invitation: make('invitation'),
  };
}
