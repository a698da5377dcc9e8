import { createLog, type Log, type LogLevel } from '../telemetry/log.js';
import { listenForStop } from './stop-signal.js';
import { tuneRuntime } from './tune-runtime.js';

/** How a server logs, and how long it may take to stop. */
interface RunSettings {
  readonly logLevel: LogLevel;
  readonly logFormat: 'auto' | 'json' | 'pretty';
  readonly drainSeconds: number;
}

/**
 * Runs a server as this process: starts it, waits for SIGTERM or SIGINT, lets it finish, and ends the process.
 *
 * @throws what `start` throws; nothing is left open then
 */
export async function runUntilStop(
  { logLevel, logFormat, drainSeconds }: RunSettings,
  start: (log: Log) => Promise<{ stop(): Promise<void> }>,
): Promise<void> {
  const stopAsked = listenForStop();
  tuneRuntime();
  const pretty = logFormat === 'pretty' || (logFormat === 'auto' && process.stderr.isTTY);
  const log = await createLog({ level: logLevel, pretty });
  // A rejected promise that nobody handles comes here too.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'the process ends because of a bug');
    process.exit(1);
  });

  const server = await start(log);
  const signal = await stopAsked;
  log.info({ signal, drain_seconds: drainSeconds }, 'stopping');
  await server.stop();
  log.info('stopped');
  process.exit(0);
}
