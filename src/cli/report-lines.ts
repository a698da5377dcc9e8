import { escapeControls } from '../telemetry/escape-controls.js';

/** The most lines that are told; of more there is only the number. */
const MOST_LINES = 100;

/** Tells on stderr what a command passed over, a line each, as long as there are not too many. */
export class LineReport {
  #count = 0;

  add(text: string): void {
    this.#count += 1;
    if (this.#count <= MOST_LINES) process.stderr.write(`orgmeta: ${escapeControls(text)}\n`);
  }

  end(): void {
    const more = this.#count - MOST_LINES;
    if (more > 0) process.stderr.write(`orgmeta: and ${more} more\n`);
  }
}
