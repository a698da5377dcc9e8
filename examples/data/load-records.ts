import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../src/domain/json.js';
import { LIMIT_BYTES, sizeBytes } from '../../src/domain/size-limit.js';
import { ownerName } from '../../src/domain/owner.js';
import { refusalReason } from './refusal.js';
import type { SampleRecord } from './sample-record.js';
import type { Service } from './service.js';

/** What became of the records that were loaded. */
export interface LoadSummary {
  records: number;
  /** The documents that were stored and read back, and their bytes of compact JSON. */
  documents: number;
  bytes: number;
  /** The records that hold a document over the limit. */
  overLimit: number;
  /** The names of the records that the service refused, by reason. */
  readonly refused: Map<string, string[]>;
  /** The names of the records that came back as something else than was sent. */
  readonly different: string[];
}

/** How many records are under way at a time. */
const CONCURRENCY = 64;

/**
 * Writes each record, reads it back and compares the two.
 *
 * @param onDone is called after each record.
 * @throws what the service or the network says, if that is not about a document.
 */
export async function loadRecords(
  service: Service,
  records: Iterable<SampleRecord>,
  onDone: () => void,
): Promise<LoadSummary> {
  const summary: LoadSummary = {
    records: 0,
    documents: 0,
    bytes: 0,
    overLimit: 0,
    refused: new Map<string, string[]>(),
    different: [],
  };
  const queue = records[Symbol.iterator]();
  const work = async () => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      await loadRecord(service, next.value, summary);
      onDone();
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return summary;
}

async function loadRecord(service: Service, record: SampleRecord, summary: LoadSummary): Promise<void> {
  const { owner, publicMetadata, privateMetadata } = record;
  const sizes = [publicMetadata, ...(privateMetadata ? [privateMetadata] : [])].map(sizeBytes);
  summary.records += 1;
  if (sizes.some((size) => size > LIMIT_BYTES)) summary.overLimit += 1;
  try {
    await service.replace(record);
  } catch (error) {
    const reason = refusalReason(error);
    if (reason === undefined) throw error;
    summary.refused.set(reason, [...(summary.refused.get(reason) ?? []), ownerName(owner)]);
    return;
  }
  const stored = await service.read(owner);
  const equal =
    equalAsJson(stored.publicMetadata, publicMetadata) &&
    stored.publicSizeBytes === sizes[0] &&
    (privateMetadata === undefined ||
      (equalAsJson(stored.privateMetadata, privateMetadata) && stored.privateSizeBytes === sizes[1]));
  if (!equal) summary.different.push(ownerName(owner));
  summary.documents += sizes.length;
  summary.bytes += sizes.reduce((sum, size) => sum + size, 0);
}

/** Compares what came back with what JSON keeps of what was sent: `-0` is `0`. */
function equalAsJson(stored: JsonObject | undefined, sent: JsonObject): boolean {
  return isDeepStrictEqual(stored, JSON.parse(JSON.stringify(sent)));
}
