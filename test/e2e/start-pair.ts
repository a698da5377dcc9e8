import { E2eClient } from './client.js';
import { createKeys } from './keys.js';
import type { Target } from './run-cases.js';
import { makeDataFolder, startService } from './service.js';
import { watchHealth } from './watch-health.js';

/** Two processes of the service on one database. */
export interface Pair extends Target {
  /** A client of each. */
  readonly clients: readonly [E2eClient, E2eClient];
  stop(): Promise<void>;
}

/** Starts two processes that share a database and a keys file, and waits until both serve. Calls go to them in turn. */
export async function startPair(mongodbUri: string): Promise<Pair> {
  const cleanUp: (() => unknown)[] = [];
  const stop = async () => {
    for (const undo of cleanUp.reverse()) await undo();
  };
  try {
    const { dataDir, remove } = await makeDataFolder();
    cleanUp.push(remove);
    const keys = await createKeys(dataDir);
    const start = async () => {
      const service = await startService({ dataDir, env: { MONGODB_URI: mongodbUri } });
      cleanUp.push(() => service.stop('SIGKILL'));
      const health = watchHealth(service.address);
      await health.until('SERVING');
      health.close();
      const client = new E2eClient(service.address);
      cleanUp.push(() => {
        client.close();
      });
      return { client, address: service.address };
    };
    const [first, second] = [await start(), await start()];
    const clients: Pair['clients'] = [first.client, second.client];
    let calls = 0;
    return {
      clients,
      addresses: [first.address, second.address],
      keys,
      client: () => clients[(calls += 1) % 2 === 0 ? 0 : 1],
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
