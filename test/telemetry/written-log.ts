import { Writable } from 'node:stream';
import { createLog, type Log, type LogLevel } from '../../src/telemetry/log.js';

/** A log whose lines are kept. */
export interface WrittenLog {
  readonly log: Log;
  /** What was logged so far. */
  readonly written: () => string;
}

/** Makes a log that says so much, and keeps it. */
export async function createWrittenLog(level: LogLevel): Promise<WrittenLog> {
  let written = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  return { log: await createLog({ level, pretty: false, destination }), written: () => written };
}
