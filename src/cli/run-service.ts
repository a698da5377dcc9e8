import { runUntilStop } from './run-until-stop.js';
import type { Settings } from './settings.js';
import { startService } from './start-service.js';
import { collectOften } from './tune-runtime.js';

/**
 * Runs the service: starts it, waits for SIGTERM or SIGINT, lets it finish, and ends the process.
 *
 * @throws CliError or KeysFileError if it can't start; nothing is left open then
 */
export async function runService(settings: Settings): Promise<void> {
  collectOften();
  await runUntilStop(settings, (log) => startService(settings, log));
}
