import type { Command } from 'commander';
import { addSettings } from './add-settings.js';
import { GATEWAY_SETTINGS } from './gateway-settings.js';
import { readSettings, type Flags } from './read-settings.js';

/** Adds `orgmeta gateway`, which serves HTTP and asks the service until SIGTERM or SIGINT. */
export function addGatewayCommand(program: Command, env: NodeJS.ProcessEnv): void {
  const command = program
    .command('gateway')
    .description('Run the HTTP gateway, a client of the service. SIGTERM or SIGINT stops it.');
  addSettings(command, GATEWAY_SETTINGS).action(async (flags: Flags) => {
    const settings = readSettings(GATEWAY_SETTINGS, flags, env);
    const { runGateway } = await import('./run-gateway.js');
    await runGateway(settings);
  });
}
