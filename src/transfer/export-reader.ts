import { OrgmetaError } from '../domain/errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';
import type { MetadataRecord } from '../store/record.js';
import { EXPORT_HEADER, KINDS, type Counts } from './export-format.js';
import { fromLine } from './record-line.js';
import type { BadLine } from './split-lines.js';

/** What is on a line: a record, or a problem, or neither. */
interface Found {
  readonly record?: MetadataRecord;
  readonly problem?: string;
}

/** Reads an export, a line at a time. */
export class ExportReader {
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
