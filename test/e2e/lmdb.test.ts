import test from 'ava';
import { declareBlindnessTests } from './blindness.js';
import { cases } from './cases.js';
import { E2eClient } from './client.js';
import { keysByCommand } from './keys-by-command.js';
import { createKeys } from './keys.js';
import { runCases, type Target } from './run-cases.js';
import { makeDataFolder, startService } from './service.js';

let target: Target | undefined;
const cleanUp: (() => unknown)[] = [];

test.before('start the service on the embedded store', async () => {
  const { dataDir, remove } = await makeDataFolder();
  cleanUp.push(remove);
  const keys = await createKeys(dataDir, keysByCommand);
  const service = await startService({ dataDir, env: { ORGMETA_FRONTEND_ADDRESS: '127.0.0.1:0' } });
  cleanUp.push(() => service.stop('SIGKILL'));
  const client = new E2eClient(service.address);
  cleanUp.push(() => {
    client.close();
  });
  target = { client: () => client, addresses: [service.address, service.frontendAddress ?? ''], keys };
});

test.after.always('end the service', async () => {
  for (const undo of cleanUp.reverse()) await undo();
});

function started(): Target {
  if (target === undefined) throw new Error('the service has not started');
  return target;
}

runCases(test, 'LMDB', cases, started);
declareBlindnessTests(test, 'LMDB', started);
