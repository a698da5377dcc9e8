import type { MetadataRecord } from '../record.js';

/**
 * How many records are remembered. Each holds its documents up to three times, in the record's bytes, as Struct bytes (up
 * to 45 KB each) and parsed: some megabytes in all as a rule, tens of them at the worst.
 */
const MOST_RECORDS = 256;

/** A record, and what it is on disk. */
interface Remembered {
  readonly encoded: Buffer;
  readonly record: MetadataRecord;
}

/**
 * Remembers the records that were written last, whose documents are parsed already: the next write to the same record, as
 * of many writers that merge into one, needn't check and parse them again. A memory holds only as long as exactly those
 * bytes are stored, so it is right whatever became of the write, and whoever else writes.
 */
export class RecentRecords {
  readonly #records = new Map<string, Remembered>();

  /** Gives the record that these stored bytes are, if it is remembered. */
  recall(key: string, stored: Uint8Array): MetadataRecord | undefined {
    const remembered = this.#records.get(key);
    if (remembered === undefined) return undefined;
    // lmdb's buffer is longer than what it says is in it.
    const isSame = remembered.encoded.compare(stored, 0, stored.length) === 0;
    return isSame ? remembered.record : undefined;
  }

  /** Forgets a record that is deleted, so that nothing of it stays in memory. */
  forget(key: string): void {
    this.#records.delete(key);
  }

  /** Remembers a record, and forgets the one that was remembered longest ago. */
  remember(key: string, record: MetadataRecord, encoded: Buffer): void {
    this.#records.delete(key);
    this.#records.set(key, { encoded, record });
    if (this.#records.size <= MOST_RECORDS) return;
    const [oldest = ''] = this.#records.keys();
    this.#records.delete(oldest);
  }
}
