import { createLog } from '../telemetry/log.js';
import type { Settings } from './settings.js';
import { startService } from './start-service.js';
import { listenForStop } from './stop-signal.js';
import { tuneRuntime } from './tune-runtime.js';

/**
 * Runs the service: starts it, waits for SIGTERM or SIGINT, lets it finish, and ends the process.
 *
 * @throws CliError or KeysFileError if it can't start; nothing is left open then
 */
export async function runService(settings: Settings): Promise<void> {
  const stopAsked = listenForStop();
  tuneRuntime();
  const pretty = settings.logFormat === 'pretty' || (settings.logFormat === 'auto' && process.stderr.isTTY);
  const log = await createLog({ level: settings.logLevel, pretty });
  // A rejected promise that nobody handles comes here too.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'the process ends because of a bug');
    process.exit(1);
  });

  const service = await startService(settings, log);
  const signal = await stopAsked;
  log.info({ signal, drain_seconds: settings.drainSeconds }, 'stopping');
  await service.stop();
  log.info('stopped');
  process.exit(0);
}
