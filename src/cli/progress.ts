import type { WriteStream } from 'node:tty';

const BAR_WIDTH = 24;
const REDRAW_MS = 100;

/** Shows on one line of a terminal how far a piece of work is; on anything else, nothing. */
export class Progress {
  readonly #output: NodeJS.WriteStream | WriteStream;
  readonly #verb: string;
  readonly #share: (() => number) | undefined;
  readonly #startTime = performance.now();
  readonly #timer: NodeJS.Timeout | undefined;
  #records = 0;

  /**
   * @param verb says what is done to records, such as `exported`.
   * @param share tells how much is done, from 0 to 1, where that is known; there is a bar then.
   */
  constructor(output: NodeJS.WriteStream, verb: string, share?: () => number) {
    this.#output = output;
    this.#verb = verb;
    this.#share = share;
    if (!output.isTTY) return;
    this.#timer = setInterval(() => {
      this.#draw();
    }, REDRAW_MS).unref();
  }

  add(records: number): void {
    this.#records += records;
  }

  /** Clears the line. */
  stop(): void {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#output.write('\r\u001B[2K');
  }

  #draw(): void {
    const seconds = (performance.now() - this.#startTime) / 1000;
    const rate = Math.round(this.#records / seconds).toLocaleString('en');
    const count = `${this.#verb} ${this.#records.toLocaleString('en')} records, ${rate} a second`;
    this.#output.write(`\r\u001B[2K${this.#share === undefined ? '' : `${drawBar(this.#share())} `}${count}`);
  }
}

function drawBar(share: number): string {
  const done = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH);
  return `${'█'.repeat(done)}${'░'.repeat(BAR_WIDTH - done)} ${String(Math.floor(share * 100)).padStart(3)} %`;
}
