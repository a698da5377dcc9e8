import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { META_BYTES, META_PAGES, readMeta, readPageSize, transactionOf, type Meta, type Tree } from './lmdb-meta.js';
import {
  checkOverflowPage,
  damagedPage,
  FileFault,
  OVERFLOW_HEADER_BYTES,
  parsePage,
  type BigValue,
  type Page,
} from './lmdb-page.js';

/** The largest file of which all pages are looked at: a second of work, or less. */
const WHOLE_FILE_BYTES = 256 * 1024 * 1024;

const NO_KEY = Buffer.alloc(0);

/** From this key, to before that one. */
interface KeyRange {
  readonly from: Buffer;
  readonly to: Buffer | undefined;
}

/** What a check of a tree goes by. */
interface TreeCheck {
  readonly tree: Tree;
  readonly withLeaves: boolean;
  /** Whether a page was met, by its number. */
  readonly isUsed: Uint8Array;
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

  /** @throws FileFault if the meta pages are not sound; or what node:fs throws */
  constructor(path: string) {
    this.#descriptor = openSync(path, 'r');
    try {
      if (fstatSync(this.#descriptor).size === 0) throw new FileFault('is empty');
      this.#pageSize = readPageSize(this.#read(0, META_BYTES));
      this.#meta = readMeta(this.#readNewerMetaPage(), this.#pageSize);
      // Another process may make the file longer, and then commit; so this is asked behind what that would change.
      this.#pageCount = Math.floor(fstatSync(this.#descriptor).size / this.#pageSize);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** Gives the entry whose key sorts first; undefined if there is none, or its value is on pages of its own. */
  firstEntry(): { readonly key: Buffer; readonly value: Buffer } | undefined {
    let page = this.#meta.main.root;
    for (let depth = 0; page !== undefined && depth < this.#meta.main.depth; depth += 1) {
      const [first] = this.#readTreePage(page).nodes;
      if (first?.value !== undefined) return { key: first.key, value: first.value };
      page = first?.child;
    }
    return undefined;
  }

  /**
   * Refuses a file that lacks pages which are in use, or whose trees have damaged ones: LMDB ends the process when it comes
   * by some of these. In a file of up to 256 MB all pages of the trees are checked, and in one that is shorter than its last
   * page number says. It may well be: LMDB never writes pages that were taken and freed again by one transaction. In a larger
   * file the leaves are left out, which are nearly all pages.
   *
   * @throws FileFault
   */
  checkPages(): void {
    const isShort = this.#meta.lastPage >= this.#pageCount;
    const withLeaves = isShort || this.#pageCount * this.#pageSize <= WHOLE_FILE_BYTES;
    const isUsed = new Uint8Array(this.#pageCount);
    for (const tree of [this.#meta.free, this.#meta.main]) {
      if (tree.root !== undefined)
        this.#checkTree({ tree, withLeaves, isUsed }, tree.root, 1, { from: NO_KEY, to: undefined });
    }
  }

  /** Tells whether another process has committed since the file was opened: what was read may be of no one state. */
  hasChanged(): boolean {
    return transactionOf(this.#readNewerMetaPage()) !== this.#meta.transaction;
  }

  #checkTree(check: TreeCheck, number: number, depth: number, range: KeyRange): void {
    const { tree, withLeaves, isUsed } = check;
    this.#take(isUsed, number, 1);
    if (depth === tree.depth && !withLeaves) return;
    const { isBranch, nodes } = this.#readTreePage(number);
    // LMDB stops the process over a branch without a choice.
    const isAlone = isBranch && nodes.length < 2 && tree === this.#meta.main;
    if (isBranch !== depth < tree.depth || isAlone) throw damagedPage(number);
    // The first key of a branch page is left empty. Those of the free pages are numbers.
    const keys = nodes.map(({ key }, index) => (isBranch && index === 0 ? range.from : key));
    if (tree === this.#meta.main && !isSorted(keys, range)) throw damagedPage(number);
    nodes.forEach(({ child, bigValue }, index) => {
      if (bigValue !== undefined) this.#checkBigValue(isUsed, bigValue, number);
      if (child === undefined) return;
      this.#checkTree(check, child, depth + 1, { from: keys[index] ?? NO_KEY, to: keys[index + 1] ?? range.to });
    });
  }

  #checkBigValue(isUsed: Uint8Array, bigValue: BigValue, leaf: number): void {
    const { firstPage, pageCount, sizeBytes } = bigValue;
    if (pageCount < 1 || sizeBytes > pageCount * this.#pageSize - OVERFLOW_HEADER_BYTES) throw damagedPage(leaf);
    this.#take(isUsed, firstPage, pageCount);
    checkOverflowPage(this.#read(firstPage * this.#pageSize, OVERFLOW_HEADER_BYTES), bigValue, this.#meta.transaction);
  }

  /** Marks pages as used, each of which has one place in one tree. */
  #take(isUsed: Uint8Array, first: number, count: number): void {
    this.#checkPage(first + count - 1);
    for (let number = first; number < first + count; number += 1) {
      if (number < META_PAGES || number > this.#meta.lastPage || isUsed[number] === 1) throw damagedPage(number);
      isUsed[number] = 1;
    }
  }

  /** The older one may be senseless: LMDB leaves it so when the disk fails at its update. */
  #readNewerMetaPage(): Buffer {
    const pages = [this.#read(0, META_BYTES), this.#read(this.#pageSize, META_BYTES)] as const;
    if (readPageSize(pages[1]) !== this.#pageSize) throw new FileFault('has two meta pages that contradict each other');
    return transactionOf(pages[0]) > transactionOf(pages[1]) ? pages[0] : pages[1];
  }

  #readTreePage(number: number): Page {
    this.#checkPage(number);
    return parsePage(this.#read(number * this.#pageSize, this.#pageSize), number, this.#meta.transaction);
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

/** Tells whether keys are in order, and within the range that the page above has for them. */
function isSorted(keys: readonly Buffer[], { from, to }: KeyRange): boolean {
  const [first = NO_KEY] = keys;
  const last = keys.at(-1) ?? NO_KEY;
  if (first.compare(from) < 0 || (to !== undefined && last.compare(to) >= 0)) return false;
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? NO_KEY).compare(key) < 0);
}
