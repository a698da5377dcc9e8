import { accessSync, constants, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StoreOpenError } from '../store-open-error.js';
import { FORMAT, readMark, type DatabaseMark } from './database-mark.js';
import { MARK_KEY } from './keys.js';
import { LmdbFile } from './lmdb-file.js';
import { FileFault } from './lmdb-page.js';

/** The database in the data folder. LMDB keeps its locks beside it, in a file of this name with `-lock` behind it. */
export const DATABASE_FILE = 'orgmeta.mdb';
export const LOCK_FILE = `${DATABASE_FILE}-lock`;

const RESTORE = 'restore it from a backup, or name another folder';

/**
 * Makes the data folder if it isn't there, and makes sure that LMDB can open what is in it without a crash, and that it
 * is ours.
 *
 * @returns the mark of the database; undefined if there is no database yet.
 * @throws StoreOpenError
 */
export function checkDataFolder(dataDir: string): DatabaseMark | undefined {
  makeFolder(dataDir);
  const file = join(dataDir, DATABASE_FILE);
  const exists = checkFile(file, 'name another folder');
  checkFile(join(dataDir, LOCK_FILE), 'remove it');
  if (exists) return checkDatabase(file);
  refuseForeignFolder(dataDir);
  return undefined;
}

/** Tells whether there is something of this name, and refuses what LMDB can't open. */
function checkFile(path: string, wayOut: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return false;
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new StoreOpenError(`${path} is not a file; ${wayOut}`);
  checkAccess(path, constants.R_OK | constants.W_OK);
  return true;
}

function makeFolder(dataDir: string): void {
  try {
    // For its owner alone: private metadata is in it.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    const problem = code === 'EEXIST' || code === 'ENOTDIR' ? 'is, or lies below, a file' : `can't be made (${code})`;
    throw new StoreOpenError(`${dataDir} ${problem}; name a folder that this user may write to`, { cause });
  }
  checkAccess(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
}

function checkAccess(path: string, mode: number): void {
  try {
    accessSync(path, mode);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    const advice = 'give this user the right to, or name another folder';
    throw new StoreOpenError(`${path} can't be read and written (${code}); ${advice}`, { cause });
  }
}

/** A folder that holds something else was hardly meant. */
function refuseForeignFolder(dataDir: string): void {
  const foreign = readdirSync(dataDir).find(
    (name) => !name.startsWith('.') && name !== 'lost+found' && !name.startsWith('keys.json') && name !== LOCK_FILE,
  );
  if (foreign === undefined) return;
  throw new StoreOpenError(
    `${dataDir} holds other files (such as ${foreign}) and no ${DATABASE_FILE}; name an empty folder, or a new one`,
  );
}

function checkDatabase(path: string, attempts = 10): DatabaseMark {
  let file: LmdbFile | undefined;
  try {
    file = new LmdbFile(path);
    const mark = checkMark(path, file);
    checkPages(file);
    return mark;
  } catch (cause) {
    // What was read while another process commits may be of no one state.
    if (attempts > 1 && file?.hasChanged() === true) return checkDatabase(path, attempts - 1);
    if (!(cause instanceof FileFault)) throw cause;
    throw new StoreOpenError(`${path} ${cause.message}; ${RESTORE}`, { cause });
  } finally {
    file?.close();
  }
}

/** Another process that writes to the file at this moment shows that LMDB can use it. */
function checkPages(file: LmdbFile): void {
  try {
    file.checkPages();
  } catch (error) {
    if (!file.hasChanged()) throw error;
  }
}

function checkMark(path: string, file: LmdbFile): DatabaseMark {
  const entry = file.firstEntry();
  const mark = entry?.key.toString() === MARK_KEY ? readMark(entry.value) : undefined;
  if (mark === undefined) {
    throw new StoreOpenError(`${path} is a database of another application; name another folder`);
  }
  if (mark.format > FORMAT) {
    throw new StoreOpenError(
      `${path} was written by a newer version of orgmeta (format ${mark.format}; this one knows ${FORMAT}); ` +
        'run that version, or name another folder',
    );
  }
  if (mark.format < FORMAT) {
    throw new StoreOpenError(
      `${path} was written by a version of orgmeta before the first release (format ${mark.format}; this one knows ` +
        `${FORMAT}); name another folder, and write the metadata again from its source`,
    );
  }
  return mark;
}
