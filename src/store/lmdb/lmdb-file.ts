import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

// The layout of a data file of LMDB 0.9.90, format 2, as lmdb-js 3 writes it on 64-bit machines of little-endian order.
const PAGE_HEADER_BYTES = 24;
const NODE_HEADER_BYTES = 8;
const META_BYTES = 168;
const MAGIC = 0xbeefc0de;
const DATA_FORMAT = 2;
const FLAG_BRANCH = 0x01;
const FLAG_LEAF = 0x02;
const FLAG_META = 0x08;
const FLAG_BIG_VALUE = 0x01;
const SMALL_FILE_BYTES = 64 * 1024 * 1024;
const NO_ROOT = 0xffffffffffffffffn;

/** A file that LMDB would refuse, misread or crash on. The message is the end of a sentence about the file. */
export class FileFault extends Error {}

/** What the newer of the two meta pages says. A root is undefined if its tree is empty. */
interface Meta {
  readonly transaction: bigint;
  readonly freeRoot: number | undefined;
  readonly mainRoot: number | undefined;
  readonly lastPage: number;
}

interface Node {
  readonly key: Buffer;
  readonly value: Buffer;
}

/**
 * Reads an LMDB data file without LMDB, which maps the file into memory, trusts what it reads, and ends the process by
 * SIGBUS or SIGSEGV where the file is cut short or its meta pages are damaged.
 */
export class LmdbFile {
  readonly #descriptor: number;
  readonly #pageSize: number;
  readonly #pageCount: number;
  readonly #meta: Meta;
  #pagesLeft: number;

  /** @throws FileFault if the meta pages are not sound; or what node:fs throws */
  constructor(path: string) {
    this.#descriptor = openSync(path, 'r');
    try {
      if (fstatSync(this.#descriptor).size === 0) throw new FileFault('is empty');
      this.#pageSize = readPageSize(this.#read(0, META_BYTES));
      this.#meta = readMeta(this.#readNewerMetaPage());
      // Another process may make the file longer, and then commit; so this is asked behind what that would change.
      this.#pageCount = Math.floor(fstatSync(this.#descriptor).size / this.#pageSize);
      this.#pagesLeft = 2 * this.#pageCount;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** Gives the entry whose key sorts first; undefined if there is none, or its value is on pages of its own. */
  firstEntry(): Node | undefined {
    for (const node of this.#entries(this.#meta.mainRoot)) return node;
    return undefined;
  }

  /**
   * Refuses a file that lacks pages which are in use, or whose trees have damaged ones: LMDB ends the process when a
   * listing comes by such a page. To find out, all of the trees is read, which is done only if the file is small, or
   * shorter than its last page number says. It may well be: LMDB never writes pages that were taken and freed again by one
   * transaction.
   *
   * @throws FileFault
   */
  checkPages(): void {
    const isShort = this.#meta.lastPage >= this.#pageCount;
    if (!isShort && this.#pageCount * this.#pageSize > SMALL_FILE_BYTES) return;
    for (const root of [this.#meta.freeRoot, this.#meta.mainRoot]) {
      for (const _ of this.#entries(root));
    }
  }

  /** Tells whether another process has committed since the file was opened: what was read may be of no one state. */
  hasChanged(): boolean {
    return transactionOf(this.#readNewerMetaPage()) !== this.#meta.transaction;
  }

  /** Walks a tree in the order of its keys. The value of an entry with pages of its own is left empty. */
  *#entries(root: number | undefined): Generator<Node> {
    if (root === undefined) return;
    const page = this.#readPage(root);
    const flags = page.readUInt16LE(18);
    const isBranch = (flags & FLAG_BRANCH) !== 0;
    this.#pagesLeft -= 1;
    // In a circle of pages the walk would not end.
    if (this.#pagesLeft < 0 || isBranch === ((flags & FLAG_LEAF) !== 0)) {
      throw new FileFault(`has a damaged page ${root}`);
    }
    const count = page.readUInt16LE(20) >> 1;
    try {
      for (let index = 0; index < count; index += 1) {
        const node = page.subarray(PAGE_HEADER_BYTES + page.readUInt16LE(PAGE_HEADER_BYTES + 2 * index));
        if (isBranch) yield* this.#entries(node.readUIntLE(0, 6));
        else yield this.#readLeafNode(node);
      }
    } catch (error) {
      if (error instanceof RangeError) throw new FileFault(`has a damaged page ${root}`, { cause: error });
      throw error;
    }
  }

  /** The older one may be senseless: LMDB leaves it so when the disk fails at its update. */
  #readNewerMetaPage(): Buffer {
    const pages = [this.#read(0, META_BYTES), this.#read(this.#pageSize, META_BYTES)] as const;
    if (readPageSize(pages[1]) !== this.#pageSize) throw new FileFault('has two meta pages that contradict each other');
    return transactionOf(pages[0]) > transactionOf(pages[1]) ? pages[0] : pages[1];
  }

  #readLeafNode(node: Buffer): Node {
    const size = node.readUInt32LE(0);
    const valueStart = NODE_HEADER_BYTES + node.readUInt16LE(6);
    const key = node.subarray(NODE_HEADER_BYTES, valueStart);
    if ((node.readUInt16LE(4) & FLAG_BIG_VALUE) === 0)
      return { key, value: node.subarray(valueStart, valueStart + size) };
    const lastPage = Number(node.readBigUInt64LE(valueStart) + node.readBigUInt64LE(valueStart + 16)) - 1;
    this.#checkPage(lastPage);
    return { key, value: Buffer.alloc(0) };
  }

  #readPage(number: number): Buffer {
    this.#checkPage(number);
    return this.#read(number * this.#pageSize, this.#pageSize);
  }

  #checkPage(number: number): void {
    if (number < this.#pageCount) return;
    throw new FileFault(`is cut short: it has ${this.#pageCount} pages and needs page ${number}`);
  }

  #read(position: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    const read = readSync(this.#descriptor, bytes, 0, length, position);
    if (read < length) throw new FileFault(`is cut short at byte ${position + read}`);
    return bytes;
  }
}

function readPageSize(page: Buffer): number {
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

function transactionOf(metaPage: Buffer): bigint {
  return metaPage.readBigUInt64LE(152);
}

function readMeta(page: Buffer): Meta {
  const lastPage = page.readBigUInt64LE(144);
  const readRoot = (offset: number) => {
    const root = page.readBigUInt64LE(offset);
    if (root === NO_ROOT) return undefined;
    if (root < 2n || root > lastPage) throw new FileFault('has a damaged meta page');
    return Number(root);
  };
  return {
    transaction: transactionOf(page),
    freeRoot: readRoot(88),
    mainRoot: readRoot(136),
    lastPage: Number(lastPage),
  };
}
