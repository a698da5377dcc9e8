/**
 * Starts the service, the gateway, sample data and the page, and prints where the page is. Ctrl-C stops everything.
 *
 *     npm run example:page [-- --port 3000]
 */
import { parseArgs } from 'node:util';
import { startExample, type RunningExample } from './start-example.js';

function printAddresses({ origin, gatewayOrigin, organizations }: RunningExample): void {
  const line = (address: string, shows: string) => `  ${address}\n      ${shows}`;
  const lines = organizations.flatMap(({ organizationId, shows, invitations = [] }) => [
    line(`${origin}/?organization=${organizationId}`, shows),
    ...invitations.map((invitation) => {
      const query = `organization=${organizationId}&invitation=${invitation.invitationId}`;
      return line(`${origin}/invitation.html?${query}`, invitation.shows);
    }),
  ]);
  console.log(`The page is at ${origin}, and reads from the gateway at ${gatewayOrigin}.\n\n${lines.join('\n')}\n`);
  console.log('Ctrl-C stops everything; the sample data go with it.');
}

function readPort(): number {
  const { port } = parseArgs({ options: { port: { type: 'string', default: '0' } } }).values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Error('--port is wrong: it must be a number up to 65535');
  return Number(port);
}

const stopAsked = new Promise<undefined>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      resolve(undefined);
    });
  }
});
try {
  const example = await startExample(readPort());
  printAddresses(example);
  const output = await Promise.race([stopAsked, example.service.ended, example.gateway.ended]);
  await example.stop();
  if (output !== undefined) throw new Error(`a part of the example has ended:\n${output}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
