import type { GatewaySettings } from './gateway-settings.js';
import { runUntilStop } from './run-until-stop.js';
import { startGateway } from './start-gateway.js';

/**
 * Runs the gateway: starts it, waits for SIGTERM or SIGINT, lets it finish, and ends the process.
 *
 * @throws CliError if it can't start; nothing is left open then
 */
export async function runGateway(settings: GatewaySettings): Promise<void> {
  await runUntilStop(settings, (log) => startGateway(settings, log));
}
