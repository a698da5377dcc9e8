/** The most bytes of a line: many times what a record with two documents of the limit takes, however it is written. */
export const LINE_MAX_BYTES = 1024 * 1024;

/** A line that can't be read as text. */
export interface BadLine {
  readonly problem: string;
}

const NEWLINE = 0x0a;

/**
 * Splits a stream of bytes into lines of UTF-8, the last with or without its newline. Holds no more than one line and one
 * chunk in memory, however long a line may be.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string | BadLine> {
  const line = new LineBuffer();
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      line.add(chunk.subarray(start, end));
      yield line.take();
      start = end + 1;
    }
    line.add(chunk.subarray(start));
  }
  if (!line.isEmpty) yield line.take();
}

class LineBuffer {
  #parts: Uint8Array[] = [];
  #bytes = 0;

  get isEmpty(): boolean {
    return this.#bytes === 0;
  }

  add(part: Uint8Array): void {
    this.#bytes += part.length;
    if (this.#bytes <= LINE_MAX_BYTES) this.#parts.push(part);
    else this.#parts = [];
  }

  take(): string | BadLine {
    const line = this.#bytes > LINE_MAX_BYTES ? TOO_LONG : decode(Buffer.concat(this.#parts));
    this.#parts = [];
    this.#bytes = 0;
    return line;
  }
}

const TOO_LONG: BadLine = { problem: `is longer than ${LINE_MAX_BYTES} bytes, which no record is` };

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string | BadLine {
  try {
    return utf8.decode(bytes);
  } catch {
    return { problem: 'is not UTF-8' };
  }
}
