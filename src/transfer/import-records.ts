import { OrgmetaError } from '../domain/errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';
import { DamagedRecord } from '../store/damaged-record.js';
import type { MetadataRecord } from '../store/record.js';
import type { Restored } from '../store/store.js';
import { EXPORT_HEADER, KINDS, type Counts } from './export-format.js';
import { fromLine } from './record-line.js';
import { isPassing, patiently } from './patiently.js';
import type { BadLine } from './split-lines.js';

/** How many records are under way at once: enough that many share a durable commit. */
const UNDER_WAY = 512;

/** What became of the lines of an export. */
export interface ImportResult extends Record<Restored, number> {
  /** Lines that hold no record, or one that no store could have written. */
  invalid: number;
  /** Says what is wrong with the export as a whole, such as that its end is missing; undefined if nothing is. */
  problem: string | undefined;
}

export interface ImportOptions {
  /** Restores a record, or says what would become of it. */
  readonly restore: (record: MetadataRecord) => Promise<Restored>;
  /** Is told of each line that is passed over, by its number from 1. */
  readonly onInvalid: (line: number, problem: string) => void;
  /** Is told of each record that was kept, since another one is there. */
  readonly onKept: (line: number, record: MetadataRecord, outcome: 'newer' | 'other') => void;
  /** Is told after each record. */
  readonly onRecord: () => void;
  readonly signal: AbortSignal;
}

/**
 * Restores the records of an export, and goes on past lines that can't be. May be interrupted at any moment and run again:
 * what is there already stays as it is.
 *
 * @throws whatever the store throws when it can't be reached for a minute
 */
export async function importRecords(
  lines: AsyncIterable<string | BadLine>,
  options: ImportOptions,
): Promise<ImportResult> {
  const result: ImportResult = { written: 0, unchanged: 0, newer: 0, other: 0, invalid: 0, problem: undefined };
  const restorer = new Restorer(result, options);
  const reader = new ExportReader();
  for await (const line of lines) {
    if (options.signal.aborted || restorer.hasFailed) break;
    const found = reader.read(line);
    if (found.problem !== undefined) restorer.refuse(reader.line, found.problem);
    if (found.record !== undefined) await restorer.restore(reader.line, found.record);
    if (reader.refusal !== undefined) break;
  }
  await restorer.finish();
  return { ...result, problem: options.signal.aborted ? INTERRUPTED : (reader.refusal ?? reader.judgeEnd()) };
}

/** Restores records, many at once. */
class Restorer {
  readonly #result: ImportResult;
  readonly #options: ImportOptions;
  readonly #underWay = new Set<Promise<void>>();
  #failure: { readonly cause: unknown } | undefined;

  constructor(result: ImportResult, options: ImportOptions) {
    this.#result = result;
    this.#options = options;
  }

  get hasFailed(): boolean {
    return this.#failure !== undefined;
  }

  refuse(line: number, problem: string): void {
    this.#result.invalid += 1;
    this.#options.onInvalid(line, problem);
  }

  /** Begins to restore a record; waits until there is room for another. */
  async restore(line: number, record: MetadataRecord): Promise<void> {
    const restored = this.#restore(line, record);
    this.#underWay.add(restored);
    void restored.then(() => this.#underWay.delete(restored));
    if (this.#underWay.size >= UNDER_WAY) await Promise.race(this.#underWay);
  }

  async finish(): Promise<void> {
    await Promise.all(this.#underWay);
    if (this.#failure !== undefined) throw this.#failure.cause;
  }

  async #restore(line: number, record: MetadataRecord): Promise<void> {
    const { restore, onKept, onRecord, signal } = this.#options;
    try {
      const outcome = await patiently(() => restore(record), signal);
      this.#result[outcome] += 1;
      if (outcome === 'newer' || outcome === 'other') onKept(line, record, outcome);
      onRecord();
    } catch (error) {
      if (isRefusal(error)) this.refuse(line, error.message);
      else if (!signal.aborted) this.#failure ??= { cause: error };
    }
  }
}

/** What is on a line: a record, or a problem, or neither. */
interface Found {
  readonly record?: MetadataRecord;
  readonly problem?: string;
}

/** Reads an export, a line at a time. */
class ExportReader {
  /** The number of the last line that was read, from 1. */
  line = 0;
  /** Why nothing of this can be imported. */
  refusal: string | undefined;
  #hasHeader = false;
  #end: JsonObject | undefined;
  readonly #records: Counts = { organization: 0, membership: 0, invitation: 0 };
  #unreadable = 0;

  read(line: string | BadLine): Found {
    this.line += 1;
    // As a file from Windows may have them.
    if (line === '' || line === '\r') return {};
    const json = parseLine(line);
    if (!this.#hasHeader) {
      this.#hasHeader = true;
      this.refusal = refuseHeader(json);
      return {};
    }
    if (this.#end !== undefined) return { problem: 'comes after the end of the export; import each by itself' };
    if (typeof json !== 'string' && json.end === true) {
      this.#end = json;
      return {};
    }
    const found = typeof json === 'string' ? { problem: json } : readRecord(json);
    if (found.record === undefined) this.#unreadable += 1;
    else this.#records[found.record.owner.kind] += 1;
    return found;
  }

  /** Says what is wrong with the export as a whole. */
  judgeEnd(): string | undefined {
    if (!this.#hasHeader) return NO_HEADER;
    if (this.#end === undefined) return CUT_SHORT;
    const { records, damaged } = this.#end;
    if (!isJsonObject(records) || !isCount(damaged)) return BAD_END;
    let missing = 0;
    for (const kind of KINDS) {
      const told = records[kind];
      if (!isCount(told)) return BAD_END;
      if (told < this.#records[kind]) return BAD_END;
      missing += told - this.#records[kind];
    }
    if (missing > this.#unreadable) return `${missing - this.#unreadable} records of the export are missing from it`;
    return damaged > 0 ? `${damaged} records were damaged where they were exported, and are missing` : undefined;
  }
}

const NO_HEADER = 'this is no export of orgmeta: its first line is not the header';
const OTHER_VERSION = `the export is of another version of orgmeta; this one reads version ${EXPORT_HEADER.version}`;
const INTERRUPTED = 'interrupted; import the same export again to go on';
const CUT_SHORT = 'the export was cut short, since its end is missing; what it holds was imported';

const BAD_END = 'the end of the export does not say what is in it: the export was changed; what it holds was imported';

function isCount(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function refuseHeader(json: JsonObject | string): string | undefined {
  if (typeof json === 'string' || json.format !== EXPORT_HEADER.format) return NO_HEADER;
  return json.version === EXPORT_HEADER.version ? undefined : OTHER_VERSION;
}

/** Gives the object on a line, or what is wrong with it. */
function parseLine(line: string | BadLine): JsonObject | string {
  if (typeof line !== 'string') return line.problem;
  try {
    const json: unknown = JSON.parse(line);
    return isJsonObject(json) ? json : 'is not a JSON object';
  } catch {
    return 'is not JSON';
  }
}

function readRecord(json: JsonObject): Found {
  try {
    return { record: fromLine(json) };
  } catch (error) {
    if (error instanceof OrgmetaError) return { problem: error.message };
    throw error;
  }
}

/** Tells what is wrong with a record, or with the one that is there, from a store that fails. */
function isRefusal(error: unknown): error is Error {
  return error instanceof DamagedRecord || (error instanceof OrgmetaError && !isPassing(error));
}
