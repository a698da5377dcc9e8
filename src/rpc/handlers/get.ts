import { metadataNotFound } from '../../domain/errors.js';
import type { Owner } from '../../domain/owner.js';
import type { KindOnWire, OwnerFields } from '../../wire/kinds.js';
import { parseOwner } from '../../wire/parse-request.js';
import type { Handler } from '../unary.js';

/** Answers `Get{K}Metadata`. */
export function get<O extends Owner, Key, Resource, PublicResource>(
  kind: KindOnWire<O, Key, Resource, PublicResource>,
): Handler<OwnerFields, { metadata: Resource }> {
  return async (request, store) => {
    const owner = parseOwner(kind, request);
    const record = await store.get(owner);
    if (record === undefined) throw metadataNotFound(owner);
    return { metadata: kind.toResource(owner, record) };
  };
}

/** Answers `Get{K}PublicMetadata`. */
export function getPublic<O extends Owner, Key, Resource, PublicResource>(
  kind: KindOnWire<O, Key, Resource, PublicResource>,
): Handler<OwnerFields, { metadata: PublicResource }> {
  return async (request, store) => {
    const owner = parseOwner(kind, request);
    const record = await store.getPublic(owner);
    if (record === undefined) throw metadataNotFound(owner);
    return { metadata: kind.toPublicResource(owner, record) };
  };
}
