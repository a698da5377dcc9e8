import { StoreOpenError } from '../store-open-error.js';
import type { Store, StoreOptions } from '../store.js';
import { Connection } from './connection.js';
import { CALL_MS } from './deadline.js';
import { findRefusedOptions } from './find-refused-options.js';
import { makeClient } from './make-client.js';
import { MongoStore } from './mongo-store.js';

/** The database that is used where the connection string names none. */
const DEFAULT_DATABASE = 'orgmeta';

/**
 * Opens the store in the database of a connection string. Returns at once: until the database is reached, which is tried
 * again and again, its calls answer STORE_UNAVAILABLE.
 *
 * @param callMs how long a call waits for its turn, and then for the database, in milliseconds
 * @throws StoreOpenError if the connection string is wrong: names the options that are, and says nothing else of what is in it
 */
export function openMongoStore(uri: string, options: StoreOptions, callMs = CALL_MS): Store {
  const databaseName = readDatabaseName(uri);
  const onTrouble = options.onTrouble ?? (() => undefined);
  return new MongoStore(new Connection(uri, databaseName, onTrouble, callMs), options);
}

/** The name in the connection string's path; the client is made only to parse it. */
function readDatabaseName(uri: string): string {
  try {
    const { dbName } = makeClient(uri).options;
    return dbName === 'test' && !/\/test(\?|$)/.test(uri) ? DEFAULT_DATABASE : dbName;
  } catch (cause) {
    // The driver's message may repeat a part of the connection string.
    throw new StoreOpenError(describeFault(uri), { cause });
  }
}

function describeFault(uri: string): string {
  const options = findRefusedOptions(uri, isAccepted);
  return options.length === 0
    ? 'MONGODB_URI is not a connection string that the driver of MongoDB can read'
    : `MONGODB_URI: the driver of MongoDB does not take the option ${options.join(', ')}: correct its name or value, or leave it out`;
}

function isAccepted(uri: string): boolean {
  try {
    makeClient(uri);
    return true;
  } catch {
    return false;
  }
}
