import { OrgmetaError } from '../domain/errors.js';
import { DamagedRecord } from '../store/damaged-record.js';
import type { MetadataRecord } from '../store/record.js';
import type { Restored } from '../store/store.js';
import { ExportReader } from './export-reader.js';
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

const INTERRUPTED = 'interrupted; import the same export again to go on';

/** Tells what is wrong with a record, or with the one that is there, from a store that fails. */
function isRefusal(error: unknown): error is Error {
  return error instanceof DamagedRecord || (error instanceof OrgmetaError && !isPassing(error));
}
