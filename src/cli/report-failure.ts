import { CommanderError } from 'commander';
import { KeysFileError } from '../auth/keys-file-error.js';
import { escapeControls, escapeLines } from '../telemetry/escape-controls.js';
import { CliError } from './cli-error.js';

/**
 * Tells on stderr why a command failed: a line for what can be expected, a stack trace for a bug.
 *
 * @returns the exit code
 */
export function reportFailure(error: unknown): number {
  // Has been told by the parser; help and version come this way too, with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CliError || error instanceof KeysFileError) {
    const lines = error instanceof CliError ? error.lines : [error.message];
    process.stderr.write(`orgmeta: ${lines.map(escapeControls).join('\n')}\n`);
    return error instanceof CliError ? error.exitCode : 1;
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`orgmeta: a bug: ${escapeLines(told)}\n`);
  return 1;
}
