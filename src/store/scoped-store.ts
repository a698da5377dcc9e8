import { OrgmetaError } from '../domain/errors.js';
import type { InvitationOwner, Owner } from '../domain/owner.js';
import type { MetadataRecord, PublicRecord } from './record.js';
import type { BackendStore, Change, Deletion, ListQuery, Page, PublicStore, WriteResult } from './store.js';

/** What the handlers are given: a store as far as one caller may reach it. */
export type ScopedStore = BackendStore & PublicStore;

/** As much of a caller as its reach depends on. */
export interface Reach {
  readonly role: 'frontend' | 'backend';
  /** The only organizations that the caller may reach; undefined if it may reach all. */
  readonly organizations: ReadonlySet<string> | undefined;
}

/**
 * Gives a store as far as a caller may reach it: another organization is refused (ORGANIZATION_NOT_ALLOWED), a listing of
 * several organizations holds only the caller's, and to enumerate memberships is a grant.
 */
export function scopedStore(store: ScopedStore, caller: Reach): ScopedStore {
  // A backend of all organizations reaches everything.
  return caller.organizations === undefined && caller.role === 'backend' ? store : new CallerStore(store, caller);
}

class CallerStore implements ScopedStore {
  readonly #store: ScopedStore;
  readonly #caller: Reach;

  constructor(store: ScopedStore, caller: Reach) {
    this.#store = store;
    this.#caller = caller;
  }

  async get(owner: Owner): Promise<MetadataRecord | undefined> {
    this.#check(owner.organizationId);
    return await this.#store.get(owner);
  }

  async getMany(owners: readonly Owner[]): Promise<(MetadataRecord | undefined)[]> {
    for (const { organizationId } of owners) this.#check(organizationId);
    return await this.#store.getMany(owners);
  }

  async getPublic(owner: Owner): Promise<PublicRecord | undefined> {
    this.#check(owner.organizationId);
    return await this.#store.getPublic(owner);
  }

  async getManyPublic(owners: readonly Owner[]): Promise<(PublicRecord | undefined)[]> {
    for (const { organizationId } of owners) this.#check(organizationId);
    return await this.#store.getManyPublic(owners);
  }

  async list(query: ListQuery): Promise<Page<MetadataRecord>> {
    return this.#store.list(this.#narrow(query));
  }

  async listPublic(query: ListQuery): Promise<Page<PublicRecord>> {
    if (this.#caller.organizations === undefined && this.#caller.role === 'frontend') {
      throw new OrgmetaError(
        'ORGANIZATION_NOT_ALLOWED',
        'to list needs a credential that is scoped to this organization, or a backend one; others read by exact id',
      );
    }
    return this.#store.listPublic(this.#narrow(query));
  }

  async write(owner: Owner, change: Change): Promise<WriteResult> {
    this.#check(owner.organizationId);
    return this.#store.write(owner, change);
  }

  async delete(owner: Owner, deletion: Deletion): Promise<void> {
    this.#check(owner.organizationId);
    return this.#store.delete(owner, deletion);
  }

  async accept(invitation: InvitationOwner, userId: string): Promise<MetadataRecord> {
    this.#check(invitation.organizationId);
    return this.#store.accept(invitation, userId);
  }

  #check(organizationId: string): void {
    if (this.#caller.organizations?.has(organizationId) ?? true) return;
    throw new OrgmetaError(
      'ORGANIZATION_NOT_ALLOWED',
      'the credential is not valid for this organization; use another one',
    );
  }

  #narrow(query: ListQuery): ListQuery {
    if (query.organizationId !== undefined) this.#check(query.organizationId);
    const { organizations } = this.#caller;
    return organizations === undefined ? query : { ...query, organizations: [...organizations] };
  }
}
