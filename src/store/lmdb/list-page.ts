import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'lmdb';
import { contains } from '../../domain/contains.js';
import type { JsonObject } from '../../domain/json.js';
import type { MetadataRecord } from '../record.js';
import type { ListQuery, Page } from '../store.js';
import {
  childRange,
  organizationRange,
  recordKey,
  recordKeyOfIndex,
  userIndexKey,
  userRange,
  type KeyRange,
} from './keys.js';

/** The most records that one page reads, and the longest that it works, in milliseconds: a filter may match none. */
const READ_MAX_RECORDS = 10_000;
const WORK_MAX_MS = 200;

/** The longest that other calls wait for a listing, in milliseconds, and how many records it reads at a time. */
const TURN_MS = 5;
const CHUNK_RECORDS = 128;

/** What differs between a listing for the backend and one for the frontend. */
export interface ListFace<R> {
  /** Decodes a record; undefined if it is not to be shown. */
  readonly read: (key: string, bytes: Buffer) => R | undefined;
  readonly bytesOf: (record: R) => number;
}

/** A record that may be on the page. Its position is where the next page starts if this record is the last of it. */
interface Candidate {
  readonly position: string;
  readonly key: string;
  readonly bytes: Buffer | undefined;
}

/** Reads the next few candidates after a position. */
type ReadChunk = (after: string | undefined, limit: number) => Candidate[];

/** Reads a page: promises 10 and 11 of the store. */
export async function listPage<R extends Pick<MetadataRecord, 'publicMetadata'>>(
  records: Database<Buffer, string>,
  query: ListQuery,
  face: ListFace<R>,
): Promise<Page<R>> {
  const page: R[] = [];
  const readChunk = chunkReader(records, query);
  const begun = performance.now();
  let turnBegun = begun;
  let bytes = 0;
  let count = 0;
  let position = query.after;
  for (;;) {
    const size = Math.min(CHUNK_RECORDS, query.limit - page.length + 1);
    const chunk = readChunk(position, size);
    for (const candidate of chunk) {
      if (page.length === query.limit) return { records: page, next: position };
      const record = match(candidate, query, face);
      if (record !== undefined) {
        bytes += face.bytesOf(record);
        if (page.length > 0 && bytes > query.maxBytes) return { records: page, next: position };
        page.push(record);
      }
      position = candidate.position;
      count += 1;
      const now = performance.now();
      if (count >= READ_MAX_RECORDS || now - begun > WORK_MAX_MS) return { records: page, next: position };
      if (now - turnBegun > TURN_MS) {
        await nextTurn();
        turnBegun = performance.now();
      }
    }
    if (chunk.length < size) return { records: page, next: undefined };
  }
}

function match<R extends Pick<MetadataRecord, 'publicMetadata'>>(
  { key, bytes }: Candidate,
  query: ListQuery,
  { read }: ListFace<R>,
): R | undefined {
  const record = bytes && read(key, bytes);
  if (record === undefined) return undefined;
  const { publicMetadata, privateMetadata } = record as Partial<MetadataRecord>;
  return matches(publicMetadata, query.publicContains) && matches(privateMetadata, query.privateContains)
    ? record
    : undefined;
}

function matches(document: MetadataRecord['publicMetadata'] | undefined, filter: JsonObject | undefined): boolean {
  return filter === undefined || document === undefined || contains(document.json(), filter);
}

/** Finds candidates in a range of records, by the user index, or, for a limited caller, by what it may see. */
function chunkReader(records: Database<Buffer, string>, query: ListQuery): ReadChunk {
  const { kind, organizationId, userId, organizations } = query;
  if (kind !== 'organization' && organizationId !== undefined) {
    return rangeReader(records, childRange(kind, organizationId));
  }
  if (organizations !== undefined) {
    const positions = organizations.map((id) =>
      userId === undefined ? recordKey({ kind: 'organization', organizationId: id }) : userIndexKey(id, userId),
    );
    positions.sort((left, right) => (left < right ? -1 : 1));
    return (after = '', limit) => {
      const next = positions.filter((position) => position > after).slice(0, limit);
      return next.map((position) => toCandidate(records, position));
    };
  }
  if (userId === undefined) return rangeReader(records, organizationRange());
  const range = userRange(userId);
  return (after, limit) =>
    Array.from(records.getKeys(rangeAfter(range, after, limit)), (position) => toCandidate(records, position));
}

function rangeReader(records: Database<Buffer, string>, range: KeyRange): ReadChunk {
  return (after, limit) =>
    Array.from(records.getRange(rangeAfter(range, after, limit)), ({ key, value }) => ({
      position: key,
      key,
      bytes: value,
    }));
}

function rangeAfter({ start, end }: KeyRange, after: string | undefined, limit: number) {
  return after === undefined ? { start, end, limit } : { start: after, exclusiveStart: true, end, limit };
}

/** The record that a position stands for: its own key, or that of the user index. */
function toCandidate(records: Database<Buffer, string>, position: string): Candidate {
  const key = position.startsWith('u/') ? recordKeyOfIndex(position) : position;
  return { position, key, bytes: records.get(key) };
}
