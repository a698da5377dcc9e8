import { randomBytes } from 'node:crypto';
import type { Database, RootDatabase } from 'lmdb';
import { metadataNotFound, OrgmetaError } from '../../domain/errors.js';
import { checkEtag } from '../../domain/etag.js';
import type { InvitationOwner, MembershipOwner, Owner } from '../../domain/owner.js';
import { ownerName } from '../../domain/owner.js';
import { applyAcceptance, requireRecord, wasAcceptedBy } from '../apply-acceptance.js';
import { applyChange, type Stamp } from '../apply-change.js';
import type { MetadataRecord, PublicRecord } from '../record.js';
import type { Change, Deletion, ListQuery, Page, Store, StoreOptions, WriteResult } from '../store.js';
import { childRange, ownerOfKey, recordKey, userIndexKey } from './keys.js';
import { listPage } from './list-page.js';
import { decodeRecord, encodeRecord } from './record-codec.js';

/** What an index entry holds: nothing, its key says it all. (LMDB keeps no empty values.) */
const INDEX_ENTRY = Buffer.of(1);

/**
 * Keeps records in LMDB. A write reads, decides and puts within one transaction callback, which runs alone; LMDB commits
 * what has gathered in one durable step, and only then is it visible and the promise resolved.
 */
export class LmdbStore implements Store {
  readonly pageTokenKey: Uint8Array;
  readonly #environment: RootDatabase;
  readonly #records: Database<Buffer, string>;
  readonly #onDamage: StoreOptions['onDamage'];

  constructor(
    environment: RootDatabase,
    records: Database<Buffer, string>,
    pageTokenKey: Uint8Array,
    { onDamage }: StoreOptions,
  ) {
    this.#environment = environment;
    this.#records = records;
    this.pageTokenKey = pageTokenKey;
    this.#onDamage = onDamage;
  }

  async get(owner: Owner): Promise<MetadataRecord | undefined> {
    return this.#read(recordKey(owner));
  }

  async getMany(owners: readonly Owner[]): Promise<(MetadataRecord | undefined)[]> {
    return owners.map((owner) => this.#read(recordKey(owner)));
  }

  async getPublic(owner: Owner): Promise<PublicRecord | undefined> {
    return publicPart(this.#read(recordKey(owner)));
  }

  async getManyPublic(owners: readonly Owner[]): Promise<(PublicRecord | undefined)[]> {
    return owners.map((owner) => publicPart(this.#read(recordKey(owner))));
  }

  list(query: ListQuery): Promise<Page<MetadataRecord>> {
    return listPage(this.#records, query, {
      read: (key, bytes) => this.#decodeOrSkip(key, bytes),
      bytesOf: ({ publicMetadata, privateMetadata }) => publicMetadata.bytes.length + privateMetadata.bytes.length,
    });
  }

  listPublic(query: ListQuery): Promise<Page<PublicRecord>> {
    return listPage(this.#records, query, {
      read: (key, bytes) => {
        const record = this.#decodeOrSkip(key, bytes);
        return record?.publicRevision === 0 ? undefined : record;
      },
      bytesOf: ({ publicMetadata }) => publicMetadata.bytes.length,
    });
  }

  async write(owner: Owner, change: Change): Promise<WriteResult> {
    const key = recordKey(owner);
    const decide = (): WriteResult => {
      const before = this.#read(key);
      return { before, record: applyChange(owner, before, change, newStamp()) };
    };
    if (change.validateOnly) return decide();
    return this.#transact(() => {
      const result = decide();
      if (result.record !== result.before) this.#put(key, result.record, result.before);
      return result;
    });
  }

  async delete(owner: Owner, { etag, force }: Deletion): Promise<void> {
    const key = recordKey(owner);
    await this.#transact(() => {
      const stored = this.#records.get(key);
      // To delete a damaged record is the way out of the damage, so it is read only where a condition needs it.
      if (etag !== '') checkEtag(etag, stored && this.#read(key), () => metadataNotFound(owner));
      const children = owner.kind === 'organization' ? this.#childKeys(owner.organizationId, force) : [];
      if (children.length > 0 && !force) {
        throw new OrgmetaError(
          'ORGANIZATION_NOT_EMPTY',
          'the organization has metadata of memberships or invitations; delete those first, or set force',
        );
      }
      if (stored === undefined && (children.length === 0 || etag !== '')) throw metadataNotFound(owner);
      for (const child of children) this.#remove(child);
      this.#remove(key);
    });
  }

  async accept(invitation: InvitationOwner, userId: string): Promise<MetadataRecord> {
    const { organizationId } = invitation;
    const membership: MembershipOwner = { kind: 'membership', organizationId, userId };
    const invitationKey = recordKey(invitation);
    const membershipKey = recordKey(membership);
    return this.#transact(() => {
      const invited = requireRecord(this.#read(invitationKey), invitation);
      const current = this.#read(membershipKey);
      if (wasAcceptedBy(invited, userId)) return requireRecord(current, membership);
      const next = applyAcceptance(invited, membership, current, newStamp());
      this.#put(invitationKey, next.invitation, invited);
      if (next.membership !== current) this.#put(membershipKey, next.membership, current);
      return next.membership;
    });
  }

  async check(): Promise<void> {
    // Throws once the environment is closed or its file can't be read.
    this.#records.get('o/');
  }

  async close(): Promise<void> {
    await this.#environment.close();
  }

  #read(key: string): MetadataRecord | undefined {
    const bytes = this.#records.get(key);
    return bytes === undefined ? undefined : this.#decode(key, bytes);
  }

  #decode(key: string, bytes: Buffer): MetadataRecord {
    try {
      return decodeRecord(key, bytes);
    } catch (cause) {
      const { kind } = ownerOfKey(key);
      const problem = cause instanceof Error ? cause.message : String(cause);
      this.#onDamage(kind, ownerName(ownerOfKey(key)), problem);
      throw new Error(`the record of this ${kind} is damaged: ${problem}`, { cause });
    }
  }

  #decodeOrSkip(key: string, bytes: Buffer): MetadataRecord | undefined {
    try {
      return this.#decode(key, bytes);
    } catch {
      return undefined;
    }
  }

  #put(key: string, record: MetadataRecord, before: MetadataRecord | undefined): void {
    void this.#records.put(key, encodeRecord(key, record));
    if (before === undefined && record.owner.kind === 'membership') {
      void this.#records.put(userIndexKey(record.owner.organizationId, record.owner.userId), INDEX_ENTRY);
    }
  }

  #remove(key: string): void {
    void this.#records.remove(key);
    const owner = ownerOfKey(key);
    if (owner.kind === 'membership') void this.#records.remove(userIndexKey(owner.organizationId, owner.userId));
  }

  /** The keys of an organization's memberships and invitations; if not all are asked for, at most one of each. */
  #childKeys(organizationId: string, all: boolean): string[] {
    const limit = all ? Infinity : 1;
    return (['membership', 'invitation'] as const).flatMap((kind) => [
      ...this.#records.getKeys({ ...childRange(kind, organizationId), limit }),
    ]);
  }

  async #transact<T>(work: () => T): Promise<T> {
    let refusal: unknown;
    try {
      return await this.#records.transaction(() => {
        try {
          return work();
        } catch (error) {
          refusal = error;
          throw error;
        }
      });
    } catch (error) {
      if (error === refusal) throw error;
      // A failed commit also rejects this promise, which would end the process.
      (error as { commitError?: Promise<unknown> }).commitError?.catch(() => undefined);
      throw new OrgmetaError(
        'STORE_UNAVAILABLE',
        'the store could not write; nothing was stored',
        {},
        { cause: error },
      );
    }
  }
}

function publicPart(record: MetadataRecord | undefined): PublicRecord | undefined {
  return record === undefined || record.publicRevision === 0 ? undefined : record;
}

function newStamp(): Stamp {
  return { now: Date.now(), incarnation: randomBytes(4).readUInt32LE() };
}
