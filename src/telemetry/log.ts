import { isatty } from 'node:tty';
import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { describeError } from './describe-error.js';
import { escapeLines } from './escape-controls.js';
import { openLogDestination } from './open-log-destination.js';

/** Where the service says what it does: `log.info({ … }, 'message')`, with the error of a failure as `err`. */
export type Log = Logger;

/** The levels of the log, from the one that says most. `silent` says nothing. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** How the log is written. */
export interface LogOptions {
  /** The least that is said. */
  readonly level: LogLevel;
  /** Writes for people and not as JSON. */
  readonly pretty: boolean;
  /** Where to; stderr if it is left out. */
  readonly destination?: DestinationStream;
}

/**
 * Makes a log: JSON lines with the time in ISO 8601, or text for people. What was logged is written at the latest when the
 * process exits, by `process.exit` too, as far as stderr takes it: one that is full, closed or not read never stops or ends
 * the process, and once it takes lines again, the log says how many were lost. The value of an `authorization` field is
 * never written.
 */
export async function createLog({ level, pretty, destination }: LogOptions): Promise<Log> {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
    redact: { paths: SECRETS, censor: CENSOR },
  };
  const written =
    destination ??
    openStderr((lines, problem) => {
      log.error({ lines, problem }, 'lines of the log were lost, since stderr did not take them');
    });
  const terminal = destination === undefined && isatty(2);
  const log = pino(options, pretty ? await prettyStream(written, terminal) : written);
  return log;
}

function openStderr(onLoss: Parameters<typeof openLogDestination>[1]): DestinationStream {
  const stderr = openLogDestination(2, onLoss);
  process.on('exit', () => {
    stderr.flushSync();
  });
  return stderr;
}

/** A log that says nothing. */
export const silentLog: Log = pino({ level: 'silent' });

const SECRET_NAMES = ['authorization', 'Authorization'];
const SECRETS = SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
const CENSOR = '[redacted]';

/** Gives the same log for lines that hold no objects, which nobody looks into then: a line takes a quarter of the time. */
export function flatLog(log: Log): Log {
  return log.child({}, { redact: { paths: SECRET_NAMES, censor: CENSOR } });
}

async function prettyStream(destination: DestinationStream, terminal: boolean): Promise<DestinationStream> {
  // Takes as long to load as half of all the rest, and no production machine needs it.
  const { prettyFactory, isColorSupported } = await import('pino-pretty');
  const format = prettyFactory({ colorize: terminal && isColorSupported, translateTime: 'SYS:HH:MM:ss.l' });
  return {
    write: (line) => {
      destination.write(format(keepEscaped(line)));
    },
  };
}

/** Has the characters that a terminal obeys come out of a line of JSON as their escapes, except line breaks and tabs. */
function keepEscaped(line: string): string {
  return escapeLines(line).replaceAll(/\\(.)/g, (escape, kind: string) =>
    '"\\/nt'.includes(kind) ? escape : `\\${escape}`,
  );
}
