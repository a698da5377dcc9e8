import { MongoServerError } from 'mongodb';

/**
 * Gives the cause of a failure as the log may have it. The words of a database are left out: it quotes the command from a user
 * without the right to it, and the document where an index or a validation refuses one, with all metadata in either. Its code says
 * what is wrong.
 */
export function hideWords(cause: unknown): unknown {
  return cause instanceof MongoServerError ? new DatabaseRefusal(cause) : cause;
}

/** The database answered a command with an error. */
class DatabaseRefusal extends Error {
  override readonly name = 'DatabaseRefusal';
  readonly code: unknown;

  constructor({ code, codeName }: MongoServerError) {
    const name: unknown = codeName;
    super(`the database answered ${typeof name === 'string' ? name : 'an error'} (code ${String(code)})`);
    this.code = code;
  }
}
