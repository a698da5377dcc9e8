/** The bytes before a message of gRPC: a flag, and its length. */
const PREFIX_BYTES = 5;

/** Counts the messages of a request as they come, without keeping a byte of them. */
export class MessageCounter {
  /** How many bytes are left of the message that has begun. */
  #left = 0;
  /** How many bytes of a prefix have come, and the length that they say so far. */
  #prefixBytes = 0;
  #length = 0;

  /** Counts the messages that begin in this piece: those whose prefix is whole with it. Past `most` it counts no further. */
  count(piece: Uint8Array, most = Infinity): number {
    let begun = 0;
    for (let offset = 0; offset < piece.length && begun <= most;) {
      const passed = Math.min(this.#left, piece.length - offset);
      this.#left -= passed;
      offset += passed;
      for (; this.#left === 0 && offset < piece.length && this.#prefixBytes < PREFIX_BYTES; offset += 1) {
        if (this.#prefixBytes > 0) this.#length = this.#length * 256 + (piece[offset] ?? 0);
        this.#prefixBytes += 1;
      }
      if (this.#prefixBytes < PREFIX_BYTES) continue;
      begun += 1;
      this.#left = this.#length;
      this.#prefixBytes = 0;
      this.#length = 0;
    }
    return begun;
  }
}
