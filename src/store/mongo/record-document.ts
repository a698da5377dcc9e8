import { BSON } from 'mongodb';
import { isValidId, type Owner } from '../../domain/owner.js';
import { LIMIT_BYTES, sizeBytes } from '../../domain/size-limit.js';
import { StructBytes } from '../../struct/struct-bytes.js';
import { DamagedRecord } from '../damaged-record.js';
import type { MetadataRecord, PublicRecord } from '../record.js';
import { ownerFields } from './collections.js';
import { toNative } from './encode-keys.js';
import { transcodeDocument, type SizedDocument } from './transcode-document.js';

/** An acceptance that was begun: for whom, when, and a name of its own. */
export interface PendingAcceptance {
  readonly id: string;
  readonly user_id: string;
  readonly time: Date;
  /** Nobody merges any more, and whoever comes by takes the claim away. */
  readonly is_abandoned: boolean;
}

/** A record with what its document says beyond it. */
export interface StoredRecord {
  readonly record: MetadataRecord;
  /** Names the last writes of the record, the latest last. */
  readonly writeIds: readonly string[];
  /** On an invitation: the acceptance that is under way. */
  readonly pendingAcceptance: PendingAcceptance | undefined;
  /** On a membership: the invitations that were laid over it and aren't marked yet. */
  readonly mergedInvitations: readonly string[];
  /** On a membership: changes when an acceptance is given up, so that a merge that had begun fails. */
  readonly fence: string | undefined;
}

/** The fields of a document that the frontend may know of. */
export const PUBLIC_PROJECTION = {
  organization_id: 1,
  user_id: 1,
  invitation_id: 1,
  public_metadata: 1,
  incarnation: 1,
  public_revision: 1,
  public_update_time: 1,
} as const;

/** Parses a document's own fields: objects within it stay bytes. @throws DamagedRecord */
export function parseDocument(bytes: Uint8Array): Document {
  try {
    return BSON.deserialize(bytes, {
      raw: true,
      // Without a prototype: the driver looks names of fields up in it.
      fieldsAsRaw: Object.create(null) as Record<string, boolean>,
    });
  } catch (cause) {
    throw new DamagedRecord('the document is malformed', { cause });
  }
}

/** A document for the driver, or as it has parsed one. */
export type Document = Record<string, unknown>;

/** Reads what a service may know of a record; undefined if that is nothing. */
export type Decode<R> = (owner: Owner, document: Document) => R | undefined;

/**
 * Reads a document. Nothing that it says is taken for granted, since people can edit it.
 *
 * @throws DamagedRecord, which names the field
 */
export function decodeStored(owner: Owner, document: Document): StoredRecord {
  const isInvitation = owner.kind === 'invitation';
  const shown = readDocument('public_metadata', document);
  const hidden = isInvitation ? NO_DOCUMENT : readDocument('private_metadata', document);
  const accepted = isInvitation && document.accepted_user_id !== undefined;
  return {
    record: {
      ...readPublic(owner, document, shown.document),
      privateMetadata: hidden.document,
      publicSizeBytes: shown.sizeBytes,
      privateSizeBytes: hidden.sizeBytes,
      revision: readCount('revision', document, 1),
      createTime: readTime('create_time', document),
      updateTime: readTime('update_time', document),
      ...(accepted && {
        acceptedUserId: readText('accepted_user_id', document),
        acceptTime: readTime('accept_time', document),
      }),
    },
    writeIds: readTexts('write_ids', document),
    pendingAcceptance: isInvitation ? readPending(document) : undefined,
    mergedInvitations: readTexts('merged_invitations', document),
    fence: document.fence === undefined ? undefined : readText('fence', document),
  };
}

/** Reads a record, as {@link decodeStored} does. */
export function decodeRecord(owner: Owner, document: Document): MetadataRecord {
  return decodeStored(owner, document).record;
}

/** Reads what the frontend may know of a record: undefined if that is nothing. @throws DamagedRecord */
export function decodePublicRecord(owner: Owner, document: Document): PublicRecord | undefined {
  const record = readPublic(owner, document, readDocument('public_metadata', document).document);
  return record.publicRevision === 0 ? undefined : record;
}

/** The fields of a record's document, without `_id` and what is kept beyond the record. */
export function toFields(before: MetadataRecord | undefined, record: MetadataRecord): Document {
  const { publicMetadata, privateMetadata } = record;
  const sendsPrivate = record.owner.kind !== 'invitation' && privateMetadata !== before?.privateMetadata;
  return {
    ...ownerFields(record.owner),
    ...(publicMetadata !== before?.publicMetadata && { public_metadata: toNative(publicMetadata.json()) }),
    ...(sendsPrivate && { private_metadata: toNative(privateMetadata.json()) }),
    incarnation: record.incarnation,
    revision: record.revision,
    public_revision: record.publicRevision,
    create_time: new Date(record.createTime),
    update_time: new Date(record.updateTime),
    public_update_time: new Date(record.publicUpdateTime),
    ...(record.acceptedUserId !== undefined && {
      accepted_user_id: record.acceptedUserId,
      accept_time: new Date(record.acceptTime ?? record.updateTime),
    }),
  };
}

const NO_DOCUMENT: SizedDocument = { document: StructBytes.EMPTY, sizeBytes: sizeBytes({}) };

function readPublic(owner: Owner, document: Document, publicMetadata: StructBytes): PublicRecord {
  for (const [field, id] of Object.entries(ownerFields(owner))) {
    if (document[field] !== id) throw new DamagedRecord(`${field} is not the id that _id says`);
  }
  return {
    owner,
    publicMetadata,
    publicRevision: readCount('public_revision', document, 0),
    incarnation: readCount('incarnation', document, 0),
    publicUpdateTime: readTime('public_update_time', document),
  };
}

/** The size is counted, not stored: it is the limit that people who edit a document don't know of. */
function readDocument(field: string, document: Document): SizedDocument {
  const bson = document[field];
  if (!(bson instanceof Uint8Array)) throw new DamagedRecord(`${field} is not an object`);
  const sized = transcodeDocument(field, bson);
  if (sized.sizeBytes <= LIMIT_BYTES) return sized;
  throw new DamagedRecord(`${field} is ${sized.sizeBytes} bytes of JSON, over the limit of ${LIMIT_BYTES}`);
}

function readCount(field: string, document: Document, least: number): number {
  const value = document[field];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
  throw new DamagedRecord(`${field} is not a whole number of at least ${least}`);
}

function readTime(field: string, document: Document): number {
  const value = document[field];
  if (value instanceof Date && Number.isFinite(value.getTime())) return value.getTime();
  throw new DamagedRecord(`${field} is not a date`);
}

function readText(field: string, document: Document): string {
  const value = document[field];
  if (typeof value === 'string' && value !== '') return value;
  throw new DamagedRecord(`${field} is not text`);
}

function readTexts(field: string, document: Document): readonly string[] {
  const value = document[field];
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((element) => typeof element === 'string')) return value;
  throw new DamagedRecord(`${field} is not a list of texts`);
}

function readPending(document: Document): PendingAcceptance | undefined {
  const value = document.pending_acceptance;
  if (value === undefined) return undefined;
  const { id, user_id, time, is_abandoned } = value instanceof Uint8Array ? parseDocument(value) : {};
  const isSound = typeof id === 'string' && typeof user_id === 'string' && isValidId(user_id) && time instanceof Date;
  if (isSound) return { id, user_id, time, is_abandoned: is_abandoned === true };
  throw new DamagedRecord('pending_acceptance is not one');
}
