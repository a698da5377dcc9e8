import type { Command } from 'commander';
import { addSettings } from './add-settings.js';
import { readSettings, type Flags } from './read-settings.js';
import { SETTINGS } from './settings.js';

/** Adds `orgmeta serve`, which runs the service until SIGTERM or SIGINT. */
export function addServeCommand(program: Command, env: NodeJS.ProcessEnv): void {
  const command = program.command('serve').description('Run the service. SIGTERM or SIGINT stops it.');
  addSettings(command, SETTINGS).action(async (flags: Flags) => {
    const settings = readSettings(SETTINGS, flags, env);
    // The other commands need nothing of the server, and start at once without it.
    const { runService } = await import('./run-service.js');
    await runService(settings);
  });
}
