import { contains } from '../../domain/contains.js';
import { ownerName } from '../../domain/owner.js';
import type { MetadataRecord } from '../record.js';
import type { ListQuery, Page, StoreOptions } from '../store.js';
import { listPage } from './list-page.js';
import type { Database } from './open-database.js';
import { decodeRecord } from './record-codec.js';
import { chooseWalk, type Entry } from './walk.js';

/** What differs between a listing for the backend and one for the frontend. */
export interface ListFace<R> {
  /** Gives what is shown of a record, or undefined if it isn't shown. */
  readonly show: (record: MetadataRecord) => R | undefined;
  /** Gives the bytes of the documents shown. */
  readonly sizeOf: (shown: R) => number;
}

/** Lists the records of a query that its filters match, and passes over those that can't be read. */
export function listRecords<R>(
  database: Database,
  query: ListQuery,
  { show, sizeOf }: ListFace<R>,
  onDamage: StoreOptions['onDamage'],
): Promise<Page<R>> {
  const { publicContains, privateContains } = query;
  const matches = ({ publicMetadata, privateMetadata }: MetadataRecord) =>
    (publicContains === undefined || contains(publicMetadata.json(), publicContains)) &&
    (privateContains === undefined || contains(privateMetadata.json(), privateContains));
  const select = ({ owner, key, stored }: Entry) => {
    try {
      const record = decodeRecord(owner, key, stored);
      return matches(record) ? show(record) : undefined;
    } catch (error) {
      onDamage(owner.kind, ownerName(owner), error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  return listPage(chooseWalk(database, query), query, select, sizeOf);
}
