import { isLmdbError, outcomeUnknown, storeUnavailable } from './failures.js';
import { MARK_KEY } from './keys.js';
import type { Database } from './open-database.js';

/** What lmdb rejects a transaction with whose commit failed. */
interface CommitFailure extends Error {
  /** Rejects with what the disk said. Ends the process if nobody listens. */
  readonly commitError: Promise<never>;
}

/**
 * Runs read-modify-writes one after the other, and commits those that wait together in one durable transaction. Knows
 * when LMDB has given up: after it failed to write a meta page it neither reads nor writes until the process is started
 * again, and the promises of the transactions that wait never settle.
 */
export class Writer {
  readonly #database: Database;
  readonly #pending = new Set<(error: Error) => void>();
  #gaveUp: Error | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Runs an action with the database as the transactions before left it, and resolves when its changes are durable. An
   * action that throws must not have changed anything: the others of its commit are not undone.
   *
   * @throws what the action throws; OrgmetaError STORE_UNAVAILABLE, WRITE_OUTCOME_UNKNOWN
   */
  run<T>(action: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.checkAnswers();
      this.#pending.add(reject);
      this.#database.transaction(action).then(
        (result) => {
          this.#pending.delete(reject);
          resolve(result);
        },
        (error: unknown) => {
          this.#pending.delete(reject);
          void this.#explain(error).then(reject);
        },
      );
    });
  }

  /** @throws OrgmetaError STORE_UNAVAILABLE if LMDB has given up */
  checkAnswers(): void {
    if (this.#gaveUp !== undefined)
      throw storeUnavailable('has stopped until the service is started again', this.#gaveUp);
  }

  /** Finishes what was begun, and closes the database. */
  async close(): Promise<void> {
    // Commits come in the order of their transactions.
    await this.run(() => undefined).catch(() => undefined);
    // Once LMDB has given up, to close it would wait for ever.
    if (this.#gaveUp === undefined) await this.#database.close();
  }

  async #explain(error: unknown): Promise<unknown> {
    if (isCommitFailure(error)) {
      const cause: unknown = await error.commitError.catch((reason: unknown) => reason);
      return this.#noticeGivingUp(cause) ? outcomeUnknown(cause) : storeUnavailable('can not write', cause);
    }
    return isLmdbError(error) ? storeUnavailable('can not write', error) : error;
  }

  /** Finds out by a read, which says so, where a write would wait for ever. */
  #noticeGivingUp(cause: unknown): boolean {
    try {
      this.#database.resetReadTxn();
      this.#database.getBinaryFast(MARK_KEY);
    } catch {
      this.#gaveUp ??= cause instanceof Error ? cause : new Error(String(cause));
      for (const reject of this.#pending) reject(storeUnavailable('has stopped', cause));
      this.#pending.clear();
    }
    return this.#gaveUp !== undefined;
  }
}

function isCommitFailure(error: unknown): error is CommitFailure {
  return error instanceof Error && 'commitError' in error;
}
