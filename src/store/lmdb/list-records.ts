import { OrgmetaError } from '../../domain/errors.js';
import { ownerName } from '../../domain/owner.js';
import { compileFilters } from '../compile-filters.js';
import { documentBytes, type PublicRecord } from '../record.js';
import type { ListQuery, Page, StoreOptions } from '../store.js';
import { listPage } from './list-page.js';
import type { Decode } from './record-codec.js';
import type { Entry, Walk } from './walk.js';

/** Lists the records of a walk that the query's filters match, and passes over those that can't be read. */
export function listRecords<R extends PublicRecord>(
  walk: Walk,
  query: ListQuery,
  decode: Decode<R>,
  onDamage: StoreOptions['onDamage'],
): Promise<Page<R>> {
  const matches = compileFilters(query);
  const select = ({ owner, key, stored }: Entry) => {
    try {
      const record = decode(owner, key, stored);
      return record !== undefined && matches(record) ? record : undefined;
    } catch (error) {
      // The filter takes too much work.
      if (error instanceof OrgmetaError) throw error;
      onDamage(owner.kind, ownerName(owner), error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  return listPage(walk, query, select, documentBytes);
}
