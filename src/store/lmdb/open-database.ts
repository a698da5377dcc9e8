import { open, type RootDatabase } from 'lmdb';

/** The LMDB environment of one file: keys are strings in the order of their bytes, values are bytes. */
export type Database = RootDatabase<Buffer, string>;

/** No rights for anybody but the owner. */
const OWNER_ALONE = 0o077;

/**
 * Opens a file that `checkDataFolder` has passed, or that doesn't exist yet. LMDB would crash on some others. What is made is for its
 * owner alone, also in a folder that is open to others.
 */
export function openDatabase(file: string): Database {
  const usual = process.umask(OWNER_ALONE);
  try {
    return open<Buffer, string>(file, {
      encoding: 'binary',
      maxDbs: 1,
      // A commit is visible only when it is on the disk.
      overlappingSync: false,
      // With it, a failed commit ends the process by a rejection that nobody can catch.
      eventTurnBatching: false,
    });
  } finally {
    process.umask(usual);
  }
}
