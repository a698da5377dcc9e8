import { stdSerializers } from 'pino';

/**
 * Gives what a line of the log holds of an error: type, message and stack, with those of its causes, and its code. Libraries hang
 * more on their errors, such as the whole answer of a database, and none of that is written.
 */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack, code } = stdSerializers.err(error);
  return { type, message, stack, code: code as unknown };
}
