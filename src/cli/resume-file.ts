import { rm } from 'node:fs/promises';
import { replaceFile } from '../auth/replace-file.js';
import { isJsonObject } from '../domain/json.js';
import { readRegularFile, UnreadableFile } from '../files/read-regular-file.js';
import { CliError } from './cli-error.js';

/** Keeps how far a copy from Clerk is. */
export interface ResumeFile {
  /** How many organizations need not be copied again. */
  readonly start: number;
  /** Notes how many are copied. */
  note(copied: number): Promise<void>;
  /** Takes the file away: all is copied. */
  finish(): Promise<void>;
}

/**
 * So many are copied again, since those that were deleted at Clerk in between move the others forward, and to copy what is
 * there already writes nothing.
 */
const OVERLAP = 100;

const FORMAT = 'orgmeta-clerk-progress';

/**
 * Reads how far a copy into a store was, if a file is given and is there.
 *
 * @throws CliError if the file is another one, or of a copy into another store
 */
export async function openResumeFile(file: string | undefined, store: string): Promise<ResumeFile> {
  if (file === undefined) return { start: 0, note: () => Promise.resolve(), finish: () => Promise.resolve() };
  const copied = await readCopied(file, store);
  return {
    start: Math.max(0, copied - OVERLAP),
    note: (organizations) => writeCopied(file, { format: FORMAT, version: 1, store, organizations }),
    finish: () => rm(file, { force: true }),
  };
}

async function readCopied(file: string, store: string): Promise<number> {
  let text: string;
  try {
    text = await readRegularFile(file);
  } catch (error) {
    if (error instanceof UnreadableFile && error.missing) return 0;
    throw new CliError(1, `${file} ${(error as Error).message}`, { cause: error });
  }
  const noted = parse(text);
  if (!isJsonObject(noted) || noted.format !== FORMAT || !Number.isSafeInteger(noted.organizations)) {
    throw new CliError(1, `${file} is no file that an import from Clerk has written; name another one`);
  }
  if (noted.store === store) return noted.organizations as number;
  throw new CliError(1, `${file} is of an import into another store; name another one`);
}

async function writeCopied(file: string, noted: object): Promise<void> {
  try {
    await replaceFile(file, `${JSON.stringify(noted)}\n`, () => Promise.resolve());
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new CliError(1, `${file} can't be written (${code}); name another file`, { cause: error });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
