import { BSON } from 'mongodb';
import { OrgmetaError } from '../../domain/errors.js';
import { compileFilters } from '../compile-filters.js';
import { documentBytes, type PublicRecord } from '../record.js';
import type { ListQuery, Page } from '../store.js';
import { Stretches } from '../stretches.js';
import { buildFilter } from './build-filter.js';
import { chooseRange, type Range } from './choose-range.js';
import { documentKey, ownerOfId } from './collections.js';
import type { Connection } from './connection.js';
import type { Decode, Document } from './record-document.js';
import { readDocumentId } from './read-document-id.js';
import type { RecordTable } from './record-table.js';

/** The most documents that the database reads for one page of a listing with a filter. */
const PAGE_READS = 5000;

/** How many documents come at a time. */
const BATCH = 100;

/** What a listing reads, and how. */
export interface Listing<R> {
  readonly decode: Decode<R>;
  readonly projection?: Document;
  /** Conditions besides those of the query. */
  readonly only?: Document;
}

/**
 * Lists the records that a query's filters match, and passes over those that can't be read. The page is full when another
 * record is found that would be too much for it, so that a last page says so; and it ends after so much work. Works in
 * stretches.
 */
export async function listRecords<R extends PublicRecord>(
  connection: Connection,
  records: RecordTable,
  query: ListQuery,
  { decode, projection, only = {} }: Listing<R>,
): Promise<Page<R>> {
  const range = chooseRange(query);
  if (range === undefined) return { records: [], next: undefined };
  const conditions = buildFilter(query);
  const isFiltered = (query.publicContains ?? query.privateContains) !== undefined;
  const end = isFiltered ? await findEnd(connection, query, range, only) : undefined;
  const limit = isFiltered ? 0 : query.pageSize + 1;
  const within: Document = { ...only, ...range.filter(query.after, end) };
  const cursor = connection
    .documents(query.kind)
    .find<Uint8Array>(conditions.length === 0 ? within : { $and: [within, ...conditions] }, {
      sort: eachField(range),
      limit,
      batchSize: Math.min(query.pageSize + 1, BATCH),
      raw: true,
      ...(projection && { projection }),
    });
  const page = new PageBuilder<R>(query);
  const matches = compileFilters(query);
  const stretches = new Stretches();
  try {
    let count = 0;
    for (;;) {
      const hasMore = await stretches.waitFor(connection.run(() => cursor.hasNext()));
      if (!hasMore) return page.end(count === limit && limit > 0 ? page.position : end);
      for (const bytes of cursor.readBufferedDocuments()) {
        if (stretches.isPageOver && page.position !== query.after) return page.end(page.position);
        if (stretches.isOver) await stretches.rest();
        count += 1;
        const record = readRecord(records, query, bytes, decode);
        if (record !== undefined && matches(record) && !page.add(record)) return page.end(page.position);
        page.position = range.positionOf(record === undefined ? readFields(bytes) : fieldsOf(record)) ?? page.position;
      }
    }
  } finally {
    void cursor.close().catch(() => undefined);
  }
}

class PageBuilder<R extends PublicRecord> {
  readonly #records: R[] = [];
  readonly #query: ListQuery;
  #bytes = 0;
  /** The last document that was seen. */
  position: string | undefined;

  constructor(query: ListQuery) {
    this.#query = query;
    this.position = query.after;
  }

  /** Returns false, and adds nothing, if the page is full. */
  add(record: R): boolean {
    this.#bytes += documentBytes(record);
    const { pageSize, maxBytes } = this.#query;
    if (this.#records.length === pageSize || (this.#records.length > 0 && this.#bytes > maxBytes)) return false;
    this.#records.push(record);
    return true;
  }

  end(next: string | undefined): Page<R> {
    return { records: this.#records, next };
  }
}

/** Gives undefined for what can't be read, which is reported. */
function readRecord<R>(records: RecordTable, { kind }: ListQuery, bytes: Uint8Array, decode: Decode<R>): R | undefined {
  const owner = ownerOfId(kind, readDocumentId(bytes));
  if (owner === undefined) return undefined;
  try {
    return records.decode(owner, bytes, decode);
  } catch (error) {
    if (error instanceof OrgmetaError) throw error;
    return undefined;
  }
}

function fieldsOf({ owner }: PublicRecord): Document {
  return { ...documentKey(owner) };
}

/** Reads what a document says that is not taken for a record: also one with text that is no UTF-8. */
function readFields(bytes: Uint8Array): Document {
  return BSON.deserialize(bytes, {
    validation: { utf8: false },
    fieldsAsRaw: Object.create(null) as Record<string, boolean>,
  });
}

function eachField({ order }: Range): Record<string, 1> {
  return Object.fromEntries(order.map((field) => [field, 1 as const]));
}

/** Finds where the page must end, whatever it finds until then; undefined if so much isn't left. Reads an index alone. */
async function findEnd(
  connection: Connection,
  { kind, after }: ListQuery,
  range: Range,
  only: Document,
): Promise<string | undefined> {
  const [end] = await connection.run(() =>
    connection
      .documents(kind)
      .find(
        { ...only, ...range.filter(after, undefined) },
        { projection: { _id: 1, ...eachField(range) }, sort: eachField(range), skip: PAGE_READS, limit: 1 },
      )
      .toArray(),
  );
  return end && range.positionOf(end);
}
