import { argumentInvalid } from '../domain/errors.js';
import { checkEtagLength } from '../domain/etag.js';
import type { JsonObject } from '../domain/json.js';
import { ID_MAX_LENGTH, isValidId, ownerName, type Owner } from '../domain/owner.js';
import type { Change, Deletion, ListQuery } from '../store/store.js';
import type { KindOnWire, OwnerFields } from './kinds.js';

/** The most owners of one batch. */
const BATCH_MAX_OWNERS = 100;

/** The records of a page when the request doesn't say. */
const PAGE_DEFAULT_SIZE = 50;

/** The most records of a page; a larger page size is taken for this. */
const PAGE_MAX_SIZE = 1000;

/** The most bytes of documents in one answer: under the 4 MiB that clients accept, with room for ids. */
export const ANSWER_MAX_BYTES = 3 * 1024 * 1024;

/** The fields of an Update or Replace request besides the ids. */
export interface ChangeFields {
  publicMetadata?: JsonObject | undefined;
  privateMetadata?: JsonObject | undefined;
  etag: string;
  validateOnly: boolean;
}

/** The fields of a List request besides the ids. */
export interface ListFields {
  pageSize: number;
  pageToken: string;
  publicContains?: JsonObject | undefined;
  privateContains?: JsonObject | undefined;
}

type AnyKind<O extends Owner> = Pick<KindOnWire<O, unknown, unknown, unknown>, 'kind' | 'ids' | 'toOwner'>;

/**
 * Reads the ids of a message.
 *
 * @param prefix the path of the message in the request, as `keys[3].`; empty for the request itself.
 * @throws OrgmetaError ARGUMENT_INVALID
 */
export function parseOwner<O extends Owner>(kind: AnyKind<O>, fields: OwnerFields, prefix = ''): O {
  for (const [field, protoName] of kind.ids) checkId(prefix + protoName, fields[field] ?? '');
  return kind.toOwner(fields as Required<OwnerFields>);
}

/** Checks one id, which the error names by its path in the request. */
export function checkId(field: string, id: string): string {
  if (isValidId(id)) return id;
  if (id === '') throw argumentInvalid(field, 'is required');
  if (id.length > ID_MAX_LENGTH) {
    throw argumentInvalid(field, `is ${id.length} characters long; the most is ${ID_MAX_LENGTH}`);
  }
  throw argumentInvalid(field, 'may hold only visible ASCII characters other than "/"; encode it, as base64url does');
}

/** Reads what an Update or a Replace does to a record. */
export function parseChange(verb: Change['verb'], fields: ChangeFields): Change {
  checkEtagLength(fields.etag);
  const { publicMetadata, privateMetadata, etag, validateOnly } = fields;
  return { verb, publicMetadata, privateMetadata, etag, validateOnly };
}

/** Reads the condition of a Delete. */
export function parseDeletion(fields: { etag: string; force?: boolean }): Deletion {
  checkEtagLength(fields.etag);
  return { etag: fields.etag, force: fields.force ?? false };
}

/**
 * Reads the owners of a batch, each once, in the order of their first places.
 *
 * @param field the name of the repeated field; its elements are ids, or messages with ids.
 * @throws OrgmetaError ARGUMENT_INVALID
 */
export function parseBatch<O extends Owner>(
  kind: AnyKind<O>,
  field: string,
  keys: readonly (string | OwnerFields)[],
): O[] {
  if (keys.length === 0) throw argumentInvalid(field, 'is empty; name at least one');
  if (keys.length > BATCH_MAX_OWNERS) {
    throw argumentInvalid(field, `names ${keys.length}; the most is ${BATCH_MAX_OWNERS}, so split the batch`);
  }
  const owners = new Map<string, O>();
  keys.forEach((key, index) => {
    const path = `${field}[${index}]`;
    const owner =
      typeof key === 'string'
        ? kind.toOwner({ organizationId: checkId(path, key) } as Required<OwnerFields>)
        : parseOwner(kind, key, `${path}.`);
    owners.set(ownerName(owner), owner);
  });
  return [...owners.values()];
}

/**
 * Reads what a List asks for.
 *
 * @param parent the organization or the user that is listed within; `{}` for all organizations.
 * @throws OrgmetaError ARGUMENT_INVALID
 */
export function parseList(
  kind: Pick<AnyKind<Owner>, 'kind'>,
  parent: Pick<ListQuery, 'organizationId' | 'userId'>,
  fields: ListFields,
): ListQuery {
  if (fields.pageSize < 0) throw argumentInvalid('page_size', 'is negative; 0 asks for the default');
  return {
    kind: kind.kind,
    ...parent,
    publicContains: fields.publicContains,
    privateContains: fields.privateContains,
    pageSize: Math.min(fields.pageSize === 0 ? PAGE_DEFAULT_SIZE : fields.pageSize, PAGE_MAX_SIZE),
    maxBytes: ANSWER_MAX_BYTES,
    after: fields.pageToken === '' ? undefined : fields.pageToken,
  };
}

/** Reads the organization that is listed within. */
export function parseOrganizationParent(fields: { organizationId: string }): Pick<ListQuery, 'organizationId'> {
  return { organizationId: checkId('organization_id', fields.organizationId) };
}

/** Reads whether memberships are listed by organization or by user. */
export function parseMembershipParent(fields: {
  organizationId: string;
  userId: string;
}): Pick<ListQuery, 'organizationId' | 'userId'> {
  const { organizationId, userId } = fields;
  if (organizationId !== '' && userId !== '') {
    throw argumentInvalid('user_id', 'can not be given together with organization_id; to read one membership, get it');
  }
  if (userId !== '') return { userId: checkId('user_id', userId) };
  if (organizationId !== '') return { organizationId: checkId('organization_id', organizationId) };
  throw argumentInvalid('organization_id', 'or user_id is required');
}
