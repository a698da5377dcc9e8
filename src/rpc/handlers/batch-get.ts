import type { Owner } from '../../domain/owner.js';
import { documentBytes, type PublicRecord } from '../../store/record.js';
import type { KindOnWire, OwnerFields } from '../../wire/kinds.js';
import { ANSWER_MAX_BYTES, parseBatch } from '../../wire/parse-request.js';
import type { Handler } from '../unary.js';

/** The answer of every batch. */
interface Batch<Key, Resource> {
  metadata: Resource[];
  missing: Key[];
  unprocessed: Key[];
}

/** Answers `BatchGet{K}Metadata`, whose request names organizations by id and the other kinds by key. */
export function batchGet<O extends Owner, Key, Resource, PublicResource>(
  kind: KindOnWire<O, Key, Resource, PublicResource>,
): Handler<{ organizationIds: string[] } | { keys: OwnerFields[] }, Batch<Key, Resource>> {
  return async (request, store) => {
    const owners =
      'keys' in request
        ? parseBatch(kind, 'keys', request.keys)
        : parseBatch(kind, 'organization_ids', request.organizationIds);
    const records = await store.getMany(owners);
    return fillBatch(kind, owners, records, (owner, record) => kind.toResource(owner, record));
  };
}

/** Answers `BatchGetOrganizationPublicMetadata`. */
export function batchGetPublic<O extends Owner, Key, Resource, PublicResource>(
  kind: KindOnWire<O, Key, Resource, PublicResource>,
): Handler<{ organizationIds: string[] }, Batch<Key, PublicResource>> {
  return async (request, store) => {
    const owners = parseBatch(kind, 'organization_ids', request.organizationIds);
    const records = await store.getManyPublic(owners);
    return fillBatch(kind, owners, records, (owner, record) => kind.toPublicResource(owner, record));
  };
}

/** Sorts the owners of a batch into found, missing and, once the answer is full, unprocessed. */
function fillBatch<O extends Owner, Key, Record extends PublicRecord, Resource>(
  { toKey }: { toKey: (owner: O) => Key },
  owners: readonly O[],
  records: readonly (Record | undefined)[],
  toResource: (owner: O, record: Record) => Resource,
): Batch<Key, Resource> {
  const batch: Batch<Key, Resource> = { metadata: [], missing: [], unprocessed: [] };
  let bytes = 0;
  owners.forEach((owner, index) => {
    const record = records[index];
    bytes += record === undefined ? 0 : documentBytes(record);
    if (bytes > ANSWER_MAX_BYTES) batch.unprocessed.push(toKey(owner));
    else if (record === undefined) batch.missing.push(toKey(owner));
    else batch.metadata.push(toResource(owner, record));
  });
  return batch;
}
