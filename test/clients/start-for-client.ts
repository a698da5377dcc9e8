import type { ExecutionContext } from 'ava';
import { createClient, type ClientOptions, type OrgmetaClient } from '../../clients/typescript/src/index.js';
import { createKey } from '../e2e/keys.js';
import { makeDataFolder, startService, type RunningService } from '../e2e/service.js';

/** A running service, with a key of each role, and clients of it that are closed when the test ends. */
export interface ServiceForClient {
  readonly service: RunningService;
  readonly dataDir: string;
  readonly address: string;
  readonly backendKey: string;
  readonly frontendKey: string;
  readonly backend: OrgmetaClient;
  readonly frontend: OrgmetaClient;
}

/** Starts the service until the test ends. */
export async function startForClient(
  t: Pick<ExecutionContext, 'teardown'>,
  env: Readonly<Record<string, string>> = {},
): Promise<ServiceForClient> {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const backendKey = await createKey(dataDir, { role: 'backend' });
  const frontendKey = await createKey(dataDir, { role: 'frontend' });
  const service = await startService({ dataDir, env });
  t.teardown(() => service.stop('SIGKILL'));
  const { address } = service;
  return {
    service,
    dataDir,
    address,
    backendKey,
    frontendKey,
    backend: openClient(t, { address, credential: backendKey }),
    frontend: openClient(t, { address, credential: frontendKey }),
  };
}

/** Makes a client that is closed when the test ends. */
export function openClient(t: Pick<ExecutionContext, 'teardown'>, options: ClientOptions): OrgmetaClient {
  const client = createClient(options);
  t.teardown(() => {
    client.close();
  });
  return client;
}
