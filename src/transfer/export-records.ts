import type { MetadataRecord } from '../store/record.js';
import type { Page, Store } from '../store/store.js';
import { EXPORT_HEADER, KINDS, type Counts, type ExportEnd } from './export-format.js';
import { toLine } from './record-line.js';

/** How much is read at a time. */
const PAGE = { pageSize: 1000, maxBytes: 3 * 1024 * 1024 };

/**
 * Writes all records of a store as JSON Lines: the header, a record a line, the end. It is no snapshot: each record is as
 * it was when it was come by, and what is created meanwhile may be in it or not.
 *
 * @param countDamaged gives the number of records that the store has passed over so far, since they can't be read.
 * @returns the text, a page at a time, so that only a page is in memory.
 */
export async function* exportRecords(
  store: Pick<Store, 'list'>,
  countDamaged: () => number,
): AsyncGenerator<{ readonly text: string; readonly records: number }> {
  const counts: Counts = { organization: 0, membership: 0, invitation: 0 };
  yield { text: writeLines([EXPORT_HEADER]), records: 0 };
  for (const kind of KINDS) {
    let after: string | undefined;
    do {
      const page: Page<MetadataRecord> = await store.list({ kind, ...PAGE, after });
      counts[kind] += page.records.length;
      after = page.next;
      if (page.records.length > 0) yield { text: writeLines(page.records.map(toLine)), records: page.records.length };
    } while (after !== undefined);
  }
  const end: ExportEnd = { end: true, records: counts, damaged: countDamaged() };
  yield { text: writeLines([end]), records: 0 };
}

function writeLines(lines: readonly object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
