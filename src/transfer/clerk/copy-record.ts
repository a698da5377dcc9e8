import { OrgmetaError } from '../../domain/errors.js';
import { backendEtag, ETAG_ABSENT } from '../../domain/etag.js';
import { isJsonObject, jsonEqual, type JsonObject } from '../../domain/json.js';
import { isValidId } from '../../domain/owner.js';
import type { MetadataRecord } from '../../store/record.js';
import type { BackendStore } from '../../store/store.js';
import { StructBytes } from '../../struct/struct-bytes.js';
import { StructError } from '../../struct/struct-error.js';
import type { ClerkRecord } from './clerk-source.js';

/** A document that differs from Clerk's. */
type Field = 'public_metadata' | 'private_metadata';

/** What became of a record. */
export type Copied =
  | { readonly outcome: 'written' | 'unchanged' }
  /** Another one is there: it was replaced, or it was kept. */
  | { readonly outcome: 'replaced' | 'kept'; readonly differs: readonly Field[] }
  | { readonly outcome: 'refused'; readonly problem: string };

export interface CopyOptions {
  /** Replaces a record that differs. */
  readonly overwrite: boolean;
  /** Writes nothing, and says what would become of the record. */
  readonly dryRun: boolean;
}

/** How often a record may change between reading and writing it. */
const ATTEMPTS = 5;

/**
 * Writes what Clerk has of an owner, if it isn't there already. A record that changes meanwhile is looked at again, so
 * nothing is lost that somebody writes at the same time.
 *
 * @throws whatever the store throws when it can't be reached
 */
export async function copyRecord(
  store: Pick<BackendStore, 'get' | 'write'>,
  record: ClerkRecord,
  { overwrite, dryRun }: CopyOptions,
): Promise<Copied> {
  const problem = findProblem(record);
  if (problem !== undefined) return { outcome: 'refused', problem };
  const { owner } = record;
  const publicMetadata = toDocument(record.publicMetadata);
  const privateMetadata = owner.kind === 'invitation' ? undefined : toDocument(record.privateMetadata);
  for (let attempt = 1; ; attempt += 1) {
    const current = await store.get(owner);
    const differs = current === undefined ? [] : compare(current, publicMetadata, privateMetadata);
    if (current !== undefined && differs.length === 0) return { outcome: 'unchanged' };
    if (current !== undefined && !overwrite) return { outcome: 'kept', differs };
    const etag = current === undefined ? ETAG_ABSENT : backendEtag(current);
    try {
      await store.write(owner, { verb: 'replace', publicMetadata, privateMetadata, etag, validateOnly: dryRun });
      return current === undefined ? { outcome: 'written' } : { outcome: 'replaced', differs };
    } catch (error) {
      if (!(error instanceof OrgmetaError)) throw error;
      if (error.reason === 'ETAG_MISMATCH' && attempt < ATTEMPTS) continue;
      if (REFUSALS.has(error.reason)) return { outcome: 'refused', problem: error.message };
      throw error;
    }
  }
}

const REFUSALS: ReadonlySet<string> = new Set([
  'METADATA_TOO_LARGE',
  'METADATA_INVALID',
  'ARGUMENT_INVALID',
  'ETAG_MISMATCH',
  'INVITATION_ALREADY_ACCEPTED',
]);

/** Says why no record of ours can be like this one. */
function findProblem({ owner, publicMetadata, privateMetadata }: ClerkRecord): string | undefined {
  const ids = [
    owner.organizationId,
    ...(owner.kind === 'membership' ? [owner.userId] : []),
    ...(owner.kind === 'invitation' ? [owner.invitationId] : []),
  ];
  if (!ids.every(isValidId)) return 'has an id that is not 1 to 128 visible ASCII characters without "/"';
  const documents: [Field, unknown][] = [
    ['public_metadata', publicMetadata],
    ['private_metadata', privateMetadata],
  ];
  for (const [field, document] of documents) {
    if (document !== undefined && document !== null && !isJsonObject(document)) return `${field} is no JSON object`;
    try {
      StructBytes.fromJson(toDocument(document));
    } catch (error) {
      if (!(error instanceof StructError)) throw error;
      return `${field}, at ${error.fault.path}: ${error.fault.problem}`;
    }
  }
  return undefined;
}

/** Clerk may leave a document out that has nothing in it, or give null for it. */
function toDocument(document: unknown): JsonObject {
  return isJsonObject(document) ? document : {};
}

function compare(
  current: MetadataRecord,
  publicMetadata: JsonObject,
  privateMetadata: JsonObject | undefined,
): Field[] {
  const differs: Field[] = [];
  if (!jsonEqual(current.publicMetadata.json(), publicMetadata)) differs.push('public_metadata');
  if (privateMetadata !== undefined && !jsonEqual(current.privateMetadata.json(), privateMetadata)) {
    differs.push('private_metadata');
  }
  return differs;
}
