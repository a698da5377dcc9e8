import { contains } from '../../domain/contains.js';
import { ownerName } from '../../domain/owner.js';
import type { MetadataRecord, PublicRecord } from '../record.js';
import type { ListQuery, Page, StoreOptions } from '../store.js';
import { listPage } from './list-page.js';
import type { Database } from './open-database.js';
import type { Decode } from './record-codec.js';
import { chooseWalk, type Entry } from './walk.js';

/** What differs between a listing for the backend and one for the frontend. */
export interface ListFace<R> {
  readonly decode: Decode<R>;
  /** Gives the bytes of the documents of a record. */
  readonly sizeOf: (record: R) => number;
}

/** Lists the records of a query that its filters match, and passes over those that can't be read. */
export function listRecords<R extends PublicRecord>(
  database: Database,
  query: ListQuery,
  { decode, sizeOf }: ListFace<R>,
  onDamage: StoreOptions['onDamage'],
): Promise<Page<R>> {
  const select = ({ owner, key, stored }: Entry) => {
    try {
      const record = decode(owner, key, stored);
      return record !== undefined && matches(record, query) ? record : undefined;
    } catch (error) {
      onDamage(owner.kind, ownerName(owner), error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  return listPage(chooseWalk(database, query), query, select, sizeOf);
}

function matches(
  { publicMetadata, privateMetadata }: PublicRecord & Partial<MetadataRecord>,
  { publicContains, privateContains }: ListQuery,
): boolean {
  if (publicContains !== undefined && !contains(publicMetadata.json(), publicContains)) return false;
  // Only the backend's listings have such a filter.
  return (
    privateContains === undefined ||
    (privateMetadata !== undefined && contains(privateMetadata.json(), privateContains))
  );
}
