import { compileContains } from '../domain/contains.js';
import type { MetadataRecord, PublicRecord } from './record.js';
import type { ListQuery } from './store.js';

/** As much of a record as filters look at. Only the backend's listings have a filter of private metadata. */
type Filtered = Pick<PublicRecord, 'publicMetadata'> & Partial<Pick<MetadataRecord, 'privateMetadata'>>;

/**
 * Prepares the filters of a listing: the part of promise 11 that every store shares.
 *
 * @returns tells whether a record matches; throws OrgmetaError ARGUMENT_INVALID if that takes too much work to tell
 */
export function compileFilters({
  publicContains,
  privateContains,
}: Pick<ListQuery, 'publicContains' | 'privateContains'>): (record: Filtered) => boolean {
  const matchesPublic = publicContains && compileContains('public_contains', publicContains);
  const matchesPrivate = privateContains && compileContains('private_contains', privateContains);
  return ({ publicMetadata, privateMetadata }) =>
    (matchesPublic === undefined || matchesPublic(publicMetadata.json())) &&
    (matchesPrivate === undefined || (privateMetadata !== undefined && matchesPrivate(privateMetadata.json())));
}
