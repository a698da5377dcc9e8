import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { CommandLine } from '../../scripts/toolchain/need.js';
import type { Outcome } from './outcome.js';
import type { JsonObject } from './scenario.js';

/** How long a step may take, in milliseconds. The first one may have to wait for the program to start. */
const STEP_MS = 60_000;

/** A call as a client's program reads it. */
export interface ProgramStep {
  readonly credential?: string;
  readonly call: string;
  readonly arguments: JsonObject;
}

/** A client's program, which takes steps on its stdin and says on its stdout what came of each. */
export class ClientProgram {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #exited: Promise<number | null>;
  #errors = '';

  constructor([program, ...args]: CommandLine, address: string) {
    const child = spawn(program, args, { env: { ...process.env, ORGMETA_ADDRESS: address }, stdio: 'pipe' });
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    this.#exited = new Promise((resolve) => child.once('exit', resolve));
    child.stderr.on('data', (chunk: Buffer) => (this.#errors += chunk.toString()));
    // A program that has ended says why below.
    child.stdin.on('error', () => undefined);
  }

  async run(step: ProgramStep): Promise<Outcome> {
    this.#child.stdin?.write(`${JSON.stringify(step)}\n`);
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STEP_MS);
    const line = await this.#lines.next();
    clearTimeout(timer);
    if (line.done !== true) return JSON.parse(line.value) as Outcome;
    throw new Error(`the program ended with ${String(await this.#exited)} at ${step.call}:\n${this.#errors}`);
  }

  /** Ends its input, and tells its exit code. */
  async end(): Promise<number | null> {
    this.#child.stdin?.end();
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STEP_MS);
    const code = await this.#exited;
    clearTimeout(timer);
    return code;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}
