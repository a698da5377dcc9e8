/** How a command that can't do its work ends: 2 if it was called wrongly, 1 if something else stood in its way. */
type FailureCode = 1 | 2;

/** A failure that is no bug: it is told in words, on a line or more, without a stack trace. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: FailureCode;

  readonly lines: readonly string[];

  constructor(exitCode: FailureCode, message: string | readonly string[], options?: ErrorOptions) {
    const lines = typeof message === 'string' ? [message] : message;
    super(lines.join('\n'), options);
    this.lines = lines;
    this.exitCode = exitCode;
  }
}
