import { isJsonObject } from '../../domain/json.js';
import { ownerName, type Kind } from '../../domain/owner.js';
import type { BackendStore } from '../../store/store.js';
import { patiently } from '../patiently.js';
import type { AskClerk } from './ask-clerk.js';
import type { ClerkPage, ClerkRecord, ClerkSource } from './clerk-source.js';
import { copyRecord, type Copied, type CopyOptions } from './copy-record.js';

/** What was read from Clerk, and what became of it. */
export interface ClerkResult extends Record<Copied['outcome'], number> {
  readonly read: Record<Kind, number>;
  /** Invitations with private metadata, which none has here. */
  leftOut: number;
  /** Lists that changed while they were read, so that something of them may be missing. */
  incomplete: number;
}

export interface ClerkCopyOptions extends CopyOptions {
  readonly ask: AskClerk;
  readonly signal: AbortSignal;
  /** How many organizations to pass over, which were copied before. */
  readonly start: number;
  /** Is told of what is to be told of a record or a list. */
  readonly onNote: (note: string) => void;
  /** Is told after each record. */
  readonly onRecord: () => void;
  /** Is told how many organizations are copied, with all that belongs to them, and how many there are. */
  readonly onOrganization: (copied: number, total: number) => void;
  /** Is told how many are copied without one left before them, after which another import could `start`. */
  readonly onCheckpoint: (copied: number) => Promise<void>;
}

/** How many organizations are read at once. Clerk limits the rate, and not this. */
const ORGANIZATIONS_UNDER_WAY = 4;

/**
 * Copies organizations, their pending invitations and their memberships, with their metadata, page by page. May be interrupted
 * at any moment and run again: what is equal is not written.
 *
 * @throws ClerkRefusal if Clerk gives no answer; whatever the store throws when it can't be reached for a minute
 */
export async function copyFromClerk(
  source: ClerkSource,
  store: Pick<BackendStore, 'get' | 'write'>,
  options: ClerkCopyOptions,
): Promise<ClerkResult> {
  const { ask, signal, start, onNote } = options;
  const result: ClerkResult = {
    read: { organization: 0, invitation: 0, membership: 0 },
    ...{ written: 0, unchanged: 0, replaced: 0, kept: 0, refused: 0, leftOut: 0, incomplete: 0 },
  };

  async function copyOne(record: ClerkRecord): Promise<void> {
    const name = `the ${record.owner.kind} ${ownerName(record.owner)}`;
    const copied = await patiently(() => copyRecord(store, record, options), signal);
    result.read[record.owner.kind] += 1;
    result[copied.outcome] += 1;
    if (copied.outcome === 'refused') onNote(`${name} is passed over: ${copied.problem}`);
    if (copied.outcome === 'kept') onNote(`${name} differs in ${copied.differs.join(' and ')} and stays as it is here`);
    if (copied.outcome === 'replaced') onNote(`${name} differed in ${copied.differs.join(' and ')}`);
    if (copied.outcome !== 'refused' && hasPrivateLeftOut(record)) {
      result.leftOut += 1;
      onNote(`${name} has private metadata at Clerk, which no invitation has here; it is left out`);
    }
    options.onRecord();
  }

  /** Reads a list to its end, and copies each page. */
  async function copyList(
    name: string,
    list: (offset: number) => Promise<ClerkPage>,
    first = 0,
    onPage?: (page: ClerkPage, end: number) => Promise<void>,
  ): Promise<void> {
    const seen = new Set<string>();
    // What is deleted moves what comes after it forward, past what is read next.
    let [total, hasShrunk] = [0, false];
    for (let offset = first; ;) {
      const page = await ask(() => list(offset));
      await settleAll(page.records.map(copyOne));
      for (const { owner } of page.records) seen.add(ownerName(owner));
      offset += page.records.length;
      hasShrunk ||= page.totalCount < total;
      total = page.totalCount;
      await onPage?.(page, offset);
      if (page.records.length > 0 && offset < total) continue;
      if (!hasShrunk && first + seen.size >= total) return;
      result.incomplete += 1;
      onNote(`${name} changed while they were read, and some may be missing; run it again`);
      return;
    }
  }

  async function copyChildren({ owner: { organizationId } }: ClerkRecord): Promise<void> {
    await copyList(`the invitations of ${organizationId}`, (offset) => source.listInvitations(organizationId, offset));
    await copyList(`the memberships of ${organizationId}`, (offset) => source.listMemberships(organizationId, offset));
  }

  async function copyChildrenOf({ records, totalCount }: ClerkPage, end: number): Promise<void> {
    const left = [...records];
    let copied = end - records.length;
    const copyNext = async () => {
      try {
        for (let record = left.shift(); record !== undefined; record = left.shift()) {
          await copyChildren(record);
          options.onOrganization((copied += 1), totalCount);
        }
      } finally {
        // One that fails ends the others as well.
        left.length = 0;
      }
    };
    await settleAll(Array.from({ length: ORGANIZATIONS_UNDER_WAY }, copyNext));
    await options.onCheckpoint(end);
  }

  await copyList('the organizations', (offset) => source.listOrganizations(offset), start, copyChildrenOf);
  return result;
}

function hasPrivateLeftOut({ owner, privateMetadata }: ClerkRecord): boolean {
  return owner.kind === 'invitation' && isJsonObject(privateMetadata) && Object.keys(privateMetadata).length > 0;
}

/** Waits until nothing is under way any more, also if something fails: the store is closed afterwards. */
async function settleAll(promises: readonly Promise<void>[]): Promise<void> {
  const settled = await Promise.allSettled(promises);
  const failed = settled.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
