import { constants } from 'node:fs';
import { access, mkdir, open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** The file of the store in its data folder. */
export const DATA_FILE = 'orgmeta.mdb';

/** What else may lie in the folder of a store that was not created yet: the keys file and its lock, a volume's own files. */
const NOT_OURS_BUT_FINE = /^(\..*|lost\+found|keys\.json.*)$/;

/** A data folder that the store refuses to open. Its message names the folder, what is wrong and the way out. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}

/**
 * Makes sure that LMDB can open a data folder, and creates it if it isn't there. LMDB itself ends the process over a file
 * that is cut short or whose first pages are damaged.
 *
 * @returns the path of the store's file.
 * @throws DataFolderError
 */
export async function checkDataFolder(folder: string): Promise<string> {
  const file = path.join(folder, DATA_FILE);
  await makeFolder(folder);
  const names = await readdir(folder);
  if (!names.includes(DATA_FILE)) {
    const strange = names.find((name) => !NOT_OURS_BUT_FINE.test(name));
    if (strange === undefined) return file;
    throw new DataFolderError(`${folder} is not a data folder of orgmeta: it holds ${strange}; choose an empty folder`);
  }
  await checkFile(file);
  return file;
}

async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found !== undefined && !found.isDirectory()) throw new DataFolderError(`${folder} is a file; choose a folder`);
  try {
    if (found === undefined) await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new DataFolderError(`${folder} can't be written to; give this user the right, or choose another folder`, {
      cause,
    });
  }
}

/** The layout of a meta page of LMDB (lmdb-js 3, data version 2), in bytes from its start. */
const META = { magic: 24, version: 28, pageSize: 48, lastPage: 144, transaction: 152, end: 160 };
const MAGIC = 0xbeefc0de;
const DATA_VERSION = 2;
const PAGE_SIZES = new Set([4096, 8192, 16384, 32768, 65536]);

async function checkFile(file: string): Promise<void> {
  const handle = await open(file, 'r+').catch((cause: unknown) => {
    throw new DataFolderError(`${file} can't be opened; give this user the right to read and write it`, { cause });
  });
  try {
    const { size } = await handle.stat();
    // LMDB creates the file before it writes to it.
    if (size === 0) return;
    const first = await readMeta(handle, 0);
    const second = first && (await readMeta(handle, first.pageSize));
    if (first === undefined || second === undefined) {
      throw new DataFolderError(
        `${file} is damaged or is no file of this store: its first pages can't be read; restore it from a backup`,
      );
    }
    const latest = second.transaction > first.transaction ? second : first;
    const needed = (latest.lastPage + 1n) * BigInt(first.pageSize);
    if (BigInt(size) >= needed) return;
    throw new DataFolderError(`${file} is cut short: it has ${size} of ${needed} bytes; restore it from a backup`);
  } finally {
    await handle.close();
  }
}

async function readMeta(handle: Awaited<ReturnType<typeof open>>, position: number) {
  const page = Buffer.alloc(META.end);
  const { bytesRead } = await handle.read(page, 0, META.end, position);
  const pageSize = page.readUInt32LE(META.pageSize);
  const isMeta =
    bytesRead === META.end &&
    page.readUInt32LE(META.magic) === MAGIC &&
    page.readUInt32LE(META.version) === DATA_VERSION &&
    PAGE_SIZES.has(pageSize);
  if (!isMeta) return undefined;
  return {
    pageSize,
    lastPage: page.readBigUInt64LE(META.lastPage),
    transaction: page.readBigUInt64LE(META.transaction),
  };
}
