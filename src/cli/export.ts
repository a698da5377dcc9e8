import { createWriteStream, type WriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import type { Store, StoreOptions } from '../store/store.js';
import { exportRecords } from '../transfer/export-records.js';
import { addSettings } from './add-settings.js';
import { CliError } from './cli-error.js';
import { describeStore } from './describe-store.js';
import { Progress } from './progress.js';
import { LineReport } from './report-lines.js';
import { STORE_SETTINGS } from './settings.js';
import { listenForStop } from './stop-signal.js';
import { chooseStore, useStore } from './use-store.js';

/** As a shell reports a process that SIGPIPE ended: whoever read the export has enough of it. */
const BROKEN_PIPE_CODE = 141;

/** Adds `orgmeta export`, which writes all records of a store as JSON Lines. */
export function addExportCommand(program: Command, env: NodeJS.ProcessEnv): void {
  const command = program
    .command('export')
    .description('Write all records of a store as JSON Lines, to stdout or a new file. The service may run meanwhile.')
    .option('--output <file>', 'Write to this file, which must not exist yet');
  addSettings(command, STORE_SETTINGS).action(async (flags: { readonly output?: string }) => {
    const choice = chooseStore({ ...flags }, env);
    const stop = new AbortController();
    void listenForStop().then(() => {
      stop.abort();
    });
    const report = new LineReport();
    let damaged = 0;
    const onDamage: StoreOptions['onDamage'] = (kind, ownerName, problem) => {
      damaged += 1;
      report.add(`the ${kind} ${ownerName} is damaged and left out: ${problem}`);
    };
    try {
      const count = await useStore(choice, { onDamage, mustExist: true, signal: stop.signal }, (store) =>
        writeTo(flags.output, (output) => writeRecords(store, () => damaged, output, stop.signal)),
      );
      report.end();
      const missing = damaged > 0 ? `; ${damaged} damaged are missing` : '';
      process.stderr.write(`orgmeta: exported ${count} records from ${describeStore(choice)}${missing}\n`);
      if (damaged > 0) process.exitCode = 1;
    } catch (error) {
      throw explain(error, stop.signal);
    }
  });
}

/** Pipes the records into the output, and counts them. */
async function writeRecords(
  store: Store,
  countDamaged: () => number,
  output: NodeJS.WritableStream,
  signal: AbortSignal,
): Promise<number> {
  const progress = new Progress(process.stderr, 'exported');
  let count = 0;
  async function* pages() {
    for await (const { text, records } of exportRecords(store, countDamaged)) {
      yield text;
      count += records;
      progress.add(records);
    }
  }
  try {
    await pipeline(Readable.from(pages(), { objectMode: true, highWaterMark: 1 }), output, {
      signal,
      end: output !== process.stdout,
    });
  } finally {
    progress.stop();
  }
  return count;
}

/** Gives the work its output: stdout, or a new file, which goes again if the work fails. */
async function writeTo<T>(file: string | undefined, work: (output: NodeJS.WritableStream) => Promise<T>): Promise<T> {
  if (file === undefined) return work(process.stdout);
  const output = await createFile(file);
  try {
    return await work(output);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** Private metadata is in it: it is for its owner alone. */
async function createFile(file: string): Promise<WriteStream> {
  try {
    const handle = await open(file, 'wx', 0o600);
    return createWriteStream(file, { fd: handle, flush: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new CliError(
      1,
      `${file} ${code === 'EEXIST' ? 'is there already' : `can't be made (${code})`}; name another file`,
    );
  }
}

function explain(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return new CliError(1, 'interrupted; the export is cut short: begin it again');
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EPIPE') process.exit(BROKEN_PIPE_CODE);
  return code === undefined || error instanceof CliError
    ? error
    : new CliError(1, `the export can't be written: ${message}`, { cause: error });
}
