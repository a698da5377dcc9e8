/**
 * Encodes headers as HPACK literals without indexing and without Huffman codes (RFC 7541, 6.2.2): a block that means the
 * same on every stream, so it is made once.
 */
export function encodeHeaders(headers: readonly (readonly [name: string, value: string])[]): Buffer {
  return Buffer.concat(headers.flatMap(([name, value]) => [Buffer.of(0), encodeString(name), encodeString(value)]));
}

function encodeString(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1');
  const length = [];
  let rest = bytes.length;
  if (rest < 0x7f) length.push(rest);
  else {
    length.push(0x7f);
    for (rest -= 0x7f; rest >= 0x80; rest >>= 7) length.push((rest & 0x7f) | 0x80);
    length.push(rest);
  }
  return Buffer.concat([Buffer.from(length), bytes]);
}

const GRPC_STATUS = Buffer.from('grpc-status');
/** The same name in the Huffman code of RFC 7541, appendix B. */
const GRPC_STATUS_HUFFMAN = Buffer.from('9acac8b21234da8f', 'hex');

/**
 * Finds `grpc-status` in a header block of a peer that was told to keep no dynamic table. Nothing else is decoded.
 *
 * @returns the status, or undefined if the block has none.
 * @throws Error if the status is Huffman-coded, which makes none of them shorter, so that no known encoder does it.
 */
export function readGrpcStatus(block: Buffer): number | undefined {
  const reader = new BlockReader(block);
  while (!reader.done) {
    const first = reader.peek();
    if ((first & 0x80) !== 0) reader.integer(0x7f);
    else if ((first & 0xe0) === 0x20) reader.integer(0x1f);
    else {
      const index = reader.integer((first & 0x40) === 0 ? 0x0f : 0x3f);
      const name = index === 0 ? reader.string().bytes : undefined;
      const value = reader.string();
      if (name === undefined || !(name.equals(GRPC_STATUS_HUFFMAN) || name.equals(GRPC_STATUS))) continue;
      if (value.huffman) throw new Error('the peer sends a Huffman-coded grpc-status');
      return Number(value.bytes.toString('latin1'));
    }
  }
  return undefined;
}

class BlockReader {
  #position = 0;
  readonly #block: Buffer;

  constructor(block: Buffer) {
    this.#block = block;
  }

  get done(): boolean {
    return this.#position >= this.#block.length;
  }

  peek(): number {
    return this.#block.readUInt8(this.#position);
  }

  /** Reads an integer whose first byte has the bits of `mask` for it (RFC 7541, 5.1). */
  integer(mask: number): number {
    let value = this.#next() & mask;
    if (value < mask) return value;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#next();
      value += (byte & 0x7f) << shift;
      if ((byte & 0x80) === 0) return value;
    }
  }

  string(): { huffman: boolean; bytes: Buffer } {
    const huffman = (this.peek() & 0x80) !== 0;
    const length = this.integer(0x7f);
    const bytes = this.#block.subarray(this.#position, this.#position + length);
    this.#position += length;
    return { huffman, bytes };
  }

  #next(): number {
    const byte = this.#block.readUInt8(this.#position);
    this.#position += 1;
    return byte;
  }
}
