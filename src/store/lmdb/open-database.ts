import { open, type RootDatabase } from 'lmdb';

/** The LMDB environment of one file: keys are strings in the order of their bytes, values are bytes. */
export type Database = RootDatabase<Buffer, string>;

/** Opens a file that `checkDataFolder` has passed, or that doesn't exist yet. LMDB would crash on some others. */
export function openDatabase(file: string): Database {
  return open<Buffer, string>(file, {
    encoding: 'binary',
    maxDbs: 1,
    // A commit is visible only when it is on the disk.
    overlappingSync: false,
    // With it, a failed commit ends the process by a rejection that nobody can catch.
    eventTurnBatching: false,
  });
}
