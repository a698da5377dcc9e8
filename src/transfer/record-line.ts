import { argumentInvalid, metadataInvalid } from '../domain/errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';
import type { Owner } from '../domain/owner.js';
import { formatTime, parseTime } from '../domain/time.js';
import type { MetadataRecord } from '../store/record.js';
import { StructBytes } from '../struct/struct-bytes.js';
import { StructError } from '../struct/struct-error.js';

/** Writes a record as the JSON object that an export has on one line. */
export function toLine(record: MetadataRecord): JsonObject {
  const { owner } = record;
  return {
    kind: owner.kind,
    organization_id: owner.organizationId,
    ...(owner.kind === 'membership' && { user_id: owner.userId }),
    ...(owner.kind === 'invitation' && { invitation_id: owner.invitationId }),
    public_metadata: record.publicMetadata.json(),
    ...(owner.kind !== 'invitation' && { private_metadata: record.privateMetadata.json() }),
    incarnation: record.incarnation,
    revision: record.revision,
    public_revision: record.publicRevision,
    create_time: formatTime(record.createTime),
    update_time: formatTime(record.updateTime),
    public_update_time: formatTime(record.publicUpdateTime),
    ...(record.acceptedUserId !== undefined && { accepted_user_id: record.acceptedUserId }),
    ...(record.acceptTime !== undefined && { accept_time: formatTime(record.acceptTime) }),
  };
}

/**
 * Reads what {@link toLine} has written. Whether a store could have written such a record, the store says that restores it.
 *
 * @throws OrgmetaError ARGUMENT_INVALID or METADATA_INVALID, with the name of the field
 */
export function fromLine(line: JsonObject): MetadataRecord {
  const owner = readOwner(line);
  const isInvitation = owner.kind === 'invitation';
  const unknown = Object.keys(line).find((field) => !FIELDS.has(field));
  if (unknown !== undefined) throw argumentInvalid(unknown.slice(0, 64), 'is no field of a record; remove it');
  const acceptedUserId = line.accepted_user_id === undefined ? undefined : readText(line, 'accepted_user_id');
  const acceptTime = line.accept_time === undefined ? undefined : readTime(line, 'accept_time');
  const hasPrivate = !isInvitation || line.private_metadata !== undefined;
  return {
    owner,
    publicMetadata: readDocument(line, 'public_metadata'),
    privateMetadata: hasPrivate ? readDocument(line, 'private_metadata') : StructBytes.EMPTY,
    // Are counted when the record is restored.
    publicSizeBytes: 0,
    privateSizeBytes: 0,
    incarnation: readNumber(line, 'incarnation'),
    revision: readNumber(line, 'revision'),
    publicRevision: readNumber(line, 'public_revision'),
    createTime: readTime(line, 'create_time'),
    updateTime: readTime(line, 'update_time'),
    publicUpdateTime: readTime(line, 'public_update_time'),
    ...(acceptedUserId !== undefined && { acceptedUserId }),
    ...(acceptTime !== undefined && { acceptTime }),
  };
}

const FIELDS: ReadonlySet<string> = new Set([
  'kind',
  'organization_id',
  'user_id',
  'invitation_id',
  'public_metadata',
  'private_metadata',
  'incarnation',
  'revision',
  'public_revision',
  'create_time',
  'update_time',
  'public_update_time',
  'accepted_user_id',
  'accept_time',
]);

/** Reads the ids, whose form is checked when the record is restored. */
function readOwner(line: JsonObject): Owner {
  const { kind } = line;
  const allowed = kind === 'membership' ? 'user_id' : kind === 'invitation' ? 'invitation_id' : undefined;
  const stray = ['user_id', 'invitation_id'].find((field) => field !== allowed && line[field] !== undefined);
  if (stray !== undefined) throw argumentInvalid(stray, 'is not of this kind; remove it');
  const organizationId = readText(line, 'organization_id');
  if (kind === 'organization') return { kind, organizationId };
  if (kind === 'membership') return { kind, organizationId, userId: readText(line, 'user_id') };
  if (kind === 'invitation') return { kind, organizationId, invitationId: readText(line, 'invitation_id') };
  throw argumentInvalid('kind', 'must be "organization", "membership" or "invitation"');
}

function readDocument(line: JsonObject, field: string): StructBytes {
  const document = line[field];
  if (!isJsonObject(document)) throw argumentInvalid(field, 'must be an object');
  try {
    return StructBytes.fromJson(document);
  } catch (error) {
    if (!(error instanceof StructError)) throw error;
    throw metadataInvalid(field, error.fault.path, error.fault.problem);
  }
}

function readText(line: JsonObject, field: string): string {
  return expect(line[field], field, 'must be text', (value) => (typeof value === 'string' ? value : undefined));
}

function readNumber(line: JsonObject, field: string): number {
  return expect(line[field], field, 'must be a number', (value) => (typeof value === 'number' ? value : undefined));
}

function readTime(line: JsonObject, field: string): number {
  return expect(line[field], field, 'must be a time such as "2026-01-31T12:00:00.000Z"', (value) =>
    typeof value === 'string' ? parseTime(value) : undefined,
  );
}

function expect<T>(
  value: JsonValue | undefined,
  field: string,
  problem: string,
  read: (value: JsonValue | undefined) => T | undefined,
): T {
  const result = read(value);
  if (result === undefined) throw argumentInvalid(field, problem);
  return result;
}
