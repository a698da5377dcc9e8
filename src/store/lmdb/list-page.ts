import type { ListQuery, Page } from '../store.js';
import { Stretches } from '../stretches.js';
import type { Entry, Walk } from './walk.js';

/** The most records that are read for one page. */
const PAGE_READS = 10_000;

/**
 * Fills a page from a walk. Lets other requests run between stretches of work, each of which sees the records as they
 * are then. The page is full when another record is found that would be too much for it, so that a last page says so.
 *
 * @param select gives the record of an entry, or undefined to pass it over.
 * @param sizeOf gives the bytes of a record's documents.
 */
export async function listPage<R>(
  walk: Walk,
  { pageSize, maxBytes, after }: Pick<ListQuery, 'pageSize' | 'maxBytes' | 'after'>,
  select: (entry: Entry) => R | undefined,
  sizeOf: (record: R) => number,
): Promise<Page<R>> {
  const records: R[] = [];
  let position = after;
  let bytes = 0;
  let reads = 0;
  const stretches = new Stretches();
  for (;;) {
    let hasMore = false;
    for (const entry of walk(position)) {
      const record = select(entry);
      if (record !== undefined) {
        bytes += sizeOf(record);
        const isFull = records.length === pageSize || (records.length > 0 && bytes > maxBytes);
        if (isFull) return { records, next: position };
        records.push(record);
      }
      position = entry.position;
      reads += 1;
      if (reads >= PAGE_READS || stretches.isPageOver) return { records, next: position };
      hasMore = stretches.isOver;
      if (hasMore) break;
    }
    if (!hasMore) return { records, next: undefined };
    await stretches.rest();
  }
}
