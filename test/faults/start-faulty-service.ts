import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { E2eClient, type Json, type Outcome, type Rpc } from '../e2e/client.js';
import { createKey } from '../e2e/keys.js';
import { makeDataFolder, startService } from '../e2e/service.js';
import { watchHealth, type HealthWatch } from '../e2e/watch-health.js';
import { startFaultProxy, type FaultProxy } from './fault-proxy.js';

/** A service whose way to its database can be troubled. */
export interface FaultyService {
  readonly proxy: FaultProxy;
  readonly address: string;
  readonly key: string;
  readonly health: HealthWatch;
  /** The way to the database that is never troubled. */
  readonly direct: MongoClient;
  /** Calls the service as a backend. */
  readonly call: (rpc: Rpc, request: Json) => Promise<Outcome>;
  stop(): Promise<void>;
}

/** Starts a service whose database, on a server of this machine, is behind a proxy that refuses until it is healed. */
export async function startFaultyService(serverUri: string): Promise<FaultyService> {
  const cleanUp: (() => unknown)[] = [];
  const stop = async () => {
    for (const undo of cleanUp.reverse()) await undo();
  };
  try {
    const database = `/orgmeta-faults-${randomBytes(6).toString('hex')}`;
    const direct = new MongoClient(new URL(database, serverUri).href);
    cleanUp.push(async () => {
      await direct.db().dropDatabase();
      await direct.close();
    });
    const proxy = await startFaultProxy(Number(new URL(serverUri).port));
    cleanUp.push(() => proxy.stop());
    await proxy.refuse();
    const { dataDir, remove } = await makeDataFolder();
    cleanUp.push(remove);
    const key = await createKey(dataDir, { role: 'backend' });
    const service = await startService({ dataDir, env: { MONGODB_URI: `mongodb://${proxy.address}${database}` } });
    cleanUp.push(() => service.stop('SIGKILL'));
    const health = watchHealth(service.address);
    cleanUp.push(() => {
      health.close();
    });
    const client = new E2eClient(service.address);
    cleanUp.push(() => {
      client.close();
    });
    const call = (rpc: Rpc, request: Json) => client.call(rpc, request, { key });
    return { proxy, address: service.address, key, health, direct, call, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
