import { metadataNotFound, OrgmetaError } from '../../domain/errors.js';
import { checkEtag, ETAG_EXISTS } from '../../domain/etag.js';
import type { Owner } from '../../domain/owner.js';
import { DamagedRecord } from '../damaged-record.js';
import type { Deletion } from '../store.js';
import type { Acceptance } from './acceptance.js';
import type { Connection } from './connection.js';
import type { StoredRecord } from './record-document.js';
import type { RecordTable } from './record-table.js';
import { retryConflicts } from './retry-conflicts.js';
import { sendWrite } from './send-write.js';

/** The most memberships or invitations that are deleted in one step. */
const STEP_DELETES = 100;

/** Deletes records; of an organization the children first, in steps, and its own record last. */
export class Deleter {
  readonly #connection: Connection;
  readonly #records: RecordTable;
  readonly #acceptance: Acceptance;

  constructor(connection: Connection, records: RecordTable, acceptance: Acceptance) {
    this.#connection = connection;
    this.#records = records;
    this.#acceptance = acceptance;
  }

  /** @throws OrgmetaError, as `Store.delete` does */
  async delete(owner: Owner, deletion: Deletion): Promise<void> {
    let isFirst = true;
    while (!(await retryConflicts(() => this.#step(owner, deletion, isFirst)))) {
      isFirst = false;
    }
  }

  /** Tells whether it was the last step; undefined after a conflict. */
  async #step(owner: Owner, { etag, force }: Deletion, isFirst: boolean): Promise<boolean | undefined> {
    const { exists, stored } = await this.#look(owner, etag);
    if (stored?.pendingAcceptance !== undefined) {
      await this.#acceptance.settle(stored);
      return undefined;
    }
    const children = owner.kind === 'organization' ? await this.#children(owner.organizationId) : undefined;
    // What is not there at a later step was deleted by somebody else meanwhile.
    if (isFirst && !exists && (children === undefined || etag !== '')) throw metadataNotFound(owner);
    if (exists && etag !== '' && etag !== ETAG_EXISTS) checkEtag(etag, stored?.record, () => metadataNotFound(owner));
    if (children !== undefined) {
      if (!force) throw organizationNotEmpty();
      await this.#deleteChildren(owner.organizationId, children);
      return false;
    }
    if (!exists) return true;
    return (await this.#records.remove(owner, versionOf(stored))) ? true : undefined;
  }

  /** A damaged record, which has no etag, can still be deleted without one. */
  async #look(owner: Owner, etag: string): Promise<{ exists: boolean; stored: StoredRecord | undefined }> {
    try {
      const stored = await this.#records.readStored(owner);
      return { exists: stored !== undefined, stored };
    } catch (error) {
      if (!(error instanceof DamagedRecord) || (etag !== '' && etag !== ETAG_EXISTS)) throw error;
      return { exists: true, stored: undefined };
    }
  }

  /** Finds the next children: invitations first, whose acceptance could bring a membership back. */
  async #children(organizationId: string): Promise<Children | undefined> {
    for (const kind of ['invitation', 'membership'] as const) {
      const found = await this.#connection.run(() =>
        this.#connection
          .documents(kind)
          .find({ organization_id: organizationId }, { projection: { _id: 1 }, limit: STEP_DELETES })
          .toArray(),
      );
      if (found.length > 0) return { kind, ids: found.map(({ _id }) => _id) };
    }
    return undefined;
  }

  async #deleteChildren(organizationId: string, { kind, ids }: Children): Promise<void> {
    const filter = { _id: { $in: ids }, organization_id: organizationId };
    await sendWrite(this.#connection.gate, () => this.#connection.documents(kind).deleteMany(filter));
  }
}

interface Children {
  readonly kind: 'invitation' | 'membership';
  readonly ids: string[];
}

/** What the document must still be: nothing of a damaged one. */
function versionOf(stored: StoredRecord | undefined): Record<string, unknown> {
  if (stored === undefined) return {};
  const { owner, incarnation, revision } = stored.record;
  return {
    incarnation,
    revision,
    ...(owner.kind === 'invitation' && { pending_acceptance: { $exists: false } }),
  };
}

function organizationNotEmpty(): OrgmetaError {
  return new OrgmetaError(
    'ORGANIZATION_NOT_EMPTY',
    'this organization has metadata of memberships or invitations; delete these first, or send force',
  );
}
