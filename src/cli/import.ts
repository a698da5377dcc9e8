import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Command } from 'commander';
import { ownerName } from '../domain/owner.js';
import { checkRestorable } from '../store/check-restorable.js';
import { judgeRestore } from '../store/judge-restore.js';
import type { MetadataRecord } from '../store/record.js';
import type { Restored, Store } from '../store/store.js';
import { importRecords, type ImportResult } from '../transfer/import-records.js';
import { splitLines } from '../transfer/split-lines.js';
import { addSettings } from './add-settings.js';
import { CliError } from './cli-error.js';
import { describeStore } from './describe-store.js';
import { importFromClerk, type ClerkFlags } from './import-from-clerk.js';
import { Progress } from './progress.js';
import { LineReport } from './report-lines.js';
import { STORE_SETTINGS } from './settings.js';
import { listenForStop } from './stop-signal.js';
import { chooseStore, useStore } from './use-store.js';

interface ImportFlags extends ClerkFlags {
  readonly fromClerk?: true;
}

/** Adds `orgmeta import`, which restores the records of an export. */
export function addImportCommand(program: Command, env: NodeJS.ProcessEnv): void {
  const command = program
    .command('import')
    .description(
      'Restore the records of an export into a store. What is there already, or is newer, stays; so it can be run again.',
    )
    .argument('[file]', 'The export; stdin if it is left out')
    .option('--dry-run', 'Write nothing, and tell what would become of the records')
    .option('--from-clerk', 'Copy the organizations of Clerk instead, with the secret key in CLERK_SECRET_KEY')
    .option('--overwrite', 'With --from-clerk: replace what differs here by what Clerk has')
    .option('--resume-file <file>', 'With --from-clerk: note there how far it is, and go on from there');
  addSettings(command, STORE_SETTINGS).action(async (file: string | undefined, flags: ImportFlags) => {
    const choice = chooseStore({ ...flags }, env);
    if (flags.fromClerk === true) {
      if (file !== undefined) throw new CliError(2, '--from-clerk takes no file');
      await importFromClerk(choice, flags, env);
      return;
    }
    if (flags.overwrite === true || flags.resumeFile !== undefined) {
      throw new CliError(2, '--overwrite and --resume-file are for --from-clerk; an export needs neither');
    }
    const input = await openInput(file);
    const stop = new AbortController();
    void listenForStop().then(() => {
      stop.abort();
      // What is waited for may never come.
      input.bytes.destroy();
    });
    const dryRun = flags.dryRun === true;
    try {
      const options = { onDamage: () => undefined, mustExist: dryRun, signal: stop.signal };
      const result = await useStore(choice, options, (store) => importInto(store, input, dryRun, stop.signal));
      process.stderr.write(`orgmeta: ${describe(result, dryRun)} (${describeStore(choice)})\n`);
      if (result.problem !== undefined) throw new CliError(1, result.problem);
      if (result.invalid > 0 || result.other > 0) process.exitCode = 1;
    } finally {
      input.bytes.destroy();
    }
  });
}

/** The bytes of an export. */
interface Input {
  readonly bytes: Readable;
  /** How many there are, if that is known. */
  readonly sizeBytes: number | undefined;
}

async function openInput(file: string | undefined): Promise<Input> {
  if (file === undefined) {
    if (process.stdin.isTTY) throw new CliError(2, 'name the file of an export, or give one on stdin');
    return { bytes: process.stdin, sizeBytes: undefined };
  }
  try {
    const stats = await stat(file);
    if (stats.isDirectory()) throw new CliError(1, `${file} is a folder; name the file of an export`);
    return { bytes: createReadStream(file), sizeBytes: stats.isFile() ? stats.size : undefined };
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(1, `${file} can't be read (${(error as NodeJS.ErrnoException).code ?? ''})`, { cause: error });
  }
}

async function importInto(
  store: Store,
  { bytes, sizeBytes }: Input,
  dryRun: boolean,
  signal: AbortSignal,
): Promise<ImportResult> {
  let readBytes = 0;
  async function* counted() {
    for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
      readBytes += chunk.length;
      yield chunk;
    }
  }
  const share = sizeBytes === undefined ? undefined : () => (sizeBytes === 0 ? 1 : readBytes / sizeBytes);
  const progress = new Progress(process.stderr, dryRun ? 'looked at' : 'imported', share);
  const report = new LineReport();
  try {
    return await importRecords(untilStopped(splitLines(counted()), signal), {
      restore: dryRun ? (record) => tryRestore(store, record) : (record) => store.restore(record),
      onInvalid: (line, problem) => {
        report.add(`line ${line} ${problem}`);
      },
      onKept: (line, { owner }, outcome) => {
        const why = outcome === 'newer' ? 'is newer' : 'was created anew';
        report.add(`line ${line}: the ${owner.kind} ${ownerName(owner)} stays as it is, since the record there ${why}`);
      },
      onRecord: () => {
        progress.add(1);
      },
      signal,
    });
  } finally {
    progress.stop();
    report.end();
  }
}

/** Says what would become of a record. */
async function tryRestore(store: Store, record: MetadataRecord): Promise<Restored> {
  return judgeRestore(checkRestorable(record), await store.get(record.owner));
}

/** An input that was closed because of a signal ends; it does not fail. */
async function* untilStopped<T>(lines: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  try {
    yield* lines;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function describe({ written, unchanged, newer, other, invalid }: ImportResult, dryRun: boolean): string {
  return [
    `${written} records ${dryRun ? 'would be written' : 'written'}`,
    `${unchanged} there already`,
    `${newer} kept that are newer`,
    `${other} kept that were created anew`,
    `${invalid} lines passed over`,
  ].join(', ');
}
