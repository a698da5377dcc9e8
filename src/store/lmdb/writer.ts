import { isLmdbError, outcomeUnknown, storeUnavailable } from './failures.js';
import { MARK_KEY } from './keys.js';
import type { Database } from './open-database.js';

/** The most writes of one commit. All are decided in one turn of the event loop, which holds up reads. */
const BATCH_MAX_WRITES = 256;

/** A write that waits, with what tells its caller. */
interface Job {
  /** Runs the write within a transaction; gives what to do once that holds. Never throws. */
  readonly perform: () => () => void;
  readonly reject: (error: Error) => void;
}

/** What lmdb rejects a transaction with whose commit failed. */
interface CommitFailure extends Error {
  /** Rejects with what the disk said. Ends the process if nobody listens. */
  readonly commitError: Promise<never>;
}

/**
 * Runs read-modify-writes one after the other, and commits those that wait together in one durable transaction.
 *
 * There is never more than one transaction under way. LMDB gives up when it fails to write a meta page, and from then on
 * neither reads nor writes until the process is started again; with lmdb-js, a transaction that had been waiting at that
 * moment would then never settle, and would keep the process from ending.
 */
export class Writer {
  readonly #database: Database;
  #waiting: Job[] = [];
  #writing: Promise<void> | undefined;
  #gaveUp: Error | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Runs an action with the database as the actions before left it, and settles when all their changes are durable. An
   * action that throws must not have changed anything: it is not undone.
   *
   * @throws what the action throws; OrgmetaError STORE_UNAVAILABLE, WRITE_OUTCOME_UNKNOWN
   */
  run<T>(action: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.checkAnswers();
      const perform = () => {
        try {
          const result = action();
          return () => {
            resolve(result);
          };
        } catch (error) {
          return () => {
            reject(isLmdbError(error) ? storeUnavailable('can not write', error) : (error as Error));
          };
        }
      };
      this.#waiting.push({ perform, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  /** @throws OrgmetaError STORE_UNAVAILABLE if LMDB has given up */
  checkAnswers(): void {
    if (this.#gaveUp !== undefined) {
      throw storeUnavailable('has stopped until the service is started again', this.#gaveUp);
    }
  }

  /** Finishes what was begun, and closes the database. */
  async close(): Promise<void> {
    await this.#writing;
    await this.#database.close();
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      let batch: Job[] = [];
      try {
        this.checkAnswers();
        const outcomes = await this.#database.transaction(() => {
          // Taken only now: lmdb begins a transaction some time after it was asked to, and what came meanwhile shares it.
          batch = this.#takeBatch();
          return batch.map(({ perform }) => perform());
        });
        for (const tell of outcomes) tell();
      } catch (error) {
        const explained = await this.#explain(error);
        // A transaction that did not begin has taken nothing: then what waited for it fails.
        for (const { reject } of batch.length > 0 ? batch : this.#takeBatch()) reject(explained);
      }
    }
    this.#writing = undefined;
  }

  #takeBatch(): Job[] {
    return this.#waiting.splice(0, BATCH_MAX_WRITES);
  }

  async #explain(error: unknown): Promise<Error> {
    if (!isCommitFailure(error))
      return isLmdbError(error) ? storeUnavailable('can not write', error) : (error as Error);
    const cause: unknown = await error.commitError.catch((reason: unknown) => reason);
    if (this.#answers()) return storeUnavailable('can not write', cause);
    this.#gaveUp = cause instanceof Error ? cause : error;
    return outcomeUnknown(cause);
  }

  /** A read says whether LMDB has given up. */
  #answers(): boolean {
    try {
      this.#database.resetReadTxn();
      this.#database.getBinaryFast(MARK_KEY);
      return true;
    } catch {
      return false;
    }
  }
}

function isCommitFailure(error: unknown): error is CommitFailure {
  return error instanceof Error && 'commitError' in error;
}
