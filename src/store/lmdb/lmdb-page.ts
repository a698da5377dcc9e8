// The layout of a page of LMDB 0.9.90, format 2, as lmdb-js 3 writes it on 64-bit machines of little-endian order.
const HEADER_BYTES = 24;
const NODE_HEADER_BYTES = 8;
const FLAG_BRANCH = 0x01;
const FLAG_LEAF = 0x02;
const FLAG_OVERFLOW = 0x04;
const FLAG_BIG_VALUE = 0x01;
/** The root of another tree, which databases of other programs have. */
const FLAG_TREE = 0x02;
/** What stands in a leaf page of a value with pages of its own. */
const BIG_VALUE_BYTES = 24;

/** The header of a page that begins a big value. */
export const OVERFLOW_HEADER_BYTES = HEADER_BYTES;

/** A file that LMDB would refuse, misread or crash on. The message is the end of a sentence about the file. */
export class FileFault extends Error {}

/** A value that has pages of its own. */
export interface BigValue {
  readonly firstPage: number;
  readonly pageCount: number;
  readonly sizeBytes: number;
}

/** One entry of a page. Exactly one of the last three is there. */
export interface Node {
  readonly key: Buffer;
  /** On a branch page: the page below. */
  readonly child?: number;
  /** On a leaf page: the value. */
  readonly value?: Buffer;
  /** On a leaf page, for a value with pages of its own: which. */
  readonly bigValue?: BigValue;
}

/** A page of a tree. */
export interface Page {
  readonly isBranch: boolean;
  readonly nodes: readonly Node[];
}

/**
 * Reads a page of a tree, and checks all that LMDB takes on trust: what the page says that it is, and that every entry, with
 * its key and its value, lies within it and apart from the others.
 *
 * @param number where in the file the page stands.
 * @param transaction the last one that was committed.
 * @throws FileFault
 */
export function parsePage(bytes: Buffer, number: number, transaction: bigint): Page {
  // One of a later transaction is taken for a page that is being written, and in memory.
  if (bytes.readBigUInt64LE(8) > transaction) throw damagedPage(number);
  try {
    return readPage(bytes, number);
  } catch (error) {
    if (error instanceof RangeError) throw damagedPage(number);
    throw error;
  }
}

/**
 * Checks the page that begins a big value.
 *
 * @throws FileFault
 */
export function checkOverflowPage(header: Buffer, { firstPage, pageCount }: BigValue, transaction: bigint): void {
  const isSound =
    header.readBigUInt64LE(8) <= transaction &&
    header.readBigUInt64LE(0) === BigInt(firstPage) &&
    header.readUInt16LE(18) === FLAG_OVERFLOW &&
    header.readUInt32LE(20) === pageCount;
  if (!isSound) throw damagedPage(firstPage);
}

export function damagedPage(number: number): FileFault {
  return new FileFault(`has a damaged page ${number}`);
}

function readPage(bytes: Buffer, number: number): Page {
  const flags = bytes.readUInt16LE(18);
  const isBranch = flags === FLAG_BRANCH;
  const lower = bytes.readUInt16LE(20);
  const upper = bytes.readUInt16LE(22);
  const room = bytes.length - HEADER_BYTES;
  const count = lower >> 1;
  const isSound =
    bytes.readBigUInt64LE(0) === BigInt(number) &&
    (isBranch || flags === FLAG_LEAF) &&
    lower % 2 === 0 &&
    lower <= upper &&
    upper <= room &&
    count > 0;
  if (!isSound) throw damagedPage(number);
  const nodes: Node[] = [];
  let used = 0;
  for (let index = 0; index < count; index += 1) {
    const start = bytes.readUInt16LE(HEADER_BYTES + 2 * index);
    if (start < upper || start % 2 !== 0) throw damagedPage(number);
    const { node, size } = isBranch ? readBranchNode(bytes, start) : readLeafNode(bytes, start);
    // LMDB gives every entry an even size.
    used += size + (size % 2);
    if (start + size > room) throw damagedPage(number);
    nodes.push(node);
  }
  // Entries that overlap would need more room than there is.
  if (used > room - upper) throw damagedPage(number);
  return { isBranch, nodes };
}

function readBranchNode(bytes: Buffer, start: number): { node: Node; size: number } {
  const at = HEADER_BYTES + start;
  const size = NODE_HEADER_BYTES + bytes.readUInt16LE(at + 6);
  return { node: { key: bytes.subarray(at + NODE_HEADER_BYTES, at + size), child: bytes.readUIntLE(at, 6) }, size };
}

function readLeafNode(bytes: Buffer, start: number): { node: Node; size: number } {
  const at = HEADER_BYTES + start;
  const valueBytes = bytes.readUInt32LE(at);
  const flags = bytes.readUInt16LE(at + 4);
  const valueStart = at + NODE_HEADER_BYTES + bytes.readUInt16LE(at + 6);
  const key = bytes.subarray(at + NODE_HEADER_BYTES, valueStart);
  if (flags === 0 || flags === FLAG_TREE) {
    const value = bytes.subarray(valueStart, valueStart + valueBytes);
    return { node: { key, value }, size: valueStart + valueBytes - at };
  }
  if (flags !== FLAG_BIG_VALUE) throw new RangeError('a kind of entry that orgmeta never writes');
  const bigValue = {
    firstPage: Number(bytes.readBigUInt64LE(valueStart)),
    pageCount: Number(bytes.readBigUInt64LE(valueStart + 16)),
    sizeBytes: valueBytes,
  };
  return { node: { key, bigValue }, size: valueStart + BIG_VALUE_BYTES - at };
}
