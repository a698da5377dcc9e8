import { FileFault } from './lmdb-page.js';

// The meta pages of LMDB 0.9.90, format 2, as lmdb-js 3 writes them on 64-bit machines of little-endian order.
export const META_BYTES = 168;
const MAGIC = 0xbeefc0de;
const DATA_FORMAT = 2;
const FLAG_META = 0x08;
const NO_ROOT = 0xffffffffffffffffn;
export const META_PAGES = 2;
/** The deepest tree that LMDB can walk. */
const MOST_DEPTH = 32;

/** A tree of pages. The root is undefined if it is empty. */
export interface Tree {
  readonly root: number | undefined;
  /** How many pages lie on the way from the root to a leaf, both counted. */
  readonly depth: number;
}

/** What the newer of the two meta pages says. */
export interface Meta {
  readonly transaction: bigint;
  /** The pages that are free. */
  readonly free: Tree;
  readonly main: Tree;
  readonly lastPage: number;
}

/** Reads from a meta page how long pages are, and checks that it is one. */
export function readPageSize(page: Buffer): number {
  if ((page.readUInt16LE(18) & FLAG_META) === 0 || page.readUInt32LE(24) !== MAGIC) {
    throw new FileFault('is not an LMDB database, or its meta pages are damaged');
  }
  const format = page.readUInt16LE(28);
  if (format !== DATA_FORMAT) throw new FileFault(`is an LMDB database of format ${format}, not ${DATA_FORMAT}`);
  const pageSize = page.readUInt32LE(48);
  if (pageSize < 512 || pageSize > 65536 || (pageSize & (pageSize - 1)) !== 0) {
    throw new FileFault('has a damaged meta page');
  }
  return pageSize;
}

/** The transaction that a meta page was written by. */
export function transactionOf(metaPage: Buffer): bigint {
  return metaPage.readBigUInt64LE(152);
}

/** Reads a meta page. */
export function readMeta(page: Buffer, pageSize: number): Meta {
  const lastPage = page.readBigUInt64LE(144);
  const mapBytes = page.readBigUInt64LE(40);
  // The map that LMDB had at the last commit held all pages.
  if (lastPage >= mapBytes / BigInt(pageSize)) throw new FileFault('has a damaged meta page');
  const readTree = (offset: number): Tree => {
    const depth = page.readUInt16LE(offset + 6);
    const root = page.readBigUInt64LE(offset + 40);
    if (root === NO_ROOT) return { root: undefined, depth: 0 };
    if (root < META_PAGES || root > lastPage || depth < 1 || depth > MOST_DEPTH) {
      throw new FileFault('has a damaged meta page');
    }
    return { root: Number(root), depth };
  };
  return {
    transaction: transactionOf(page),
    free: readTree(48),
    main: readTree(96),
    lastPage: Number(lastPage),
  };
}
