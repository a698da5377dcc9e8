import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Client, credentials, Metadata, type ChannelCredentials } from '@grpc/grpc-js';
import type { ExecutionContext } from 'ava';
import { makeTemporaryFolder } from '../../auth/temporary-folder.js';
import { makeDataFolder, startService, type RunningService } from '../../e2e/service.js';
import { makeTlsFolder } from '../../tls/tls-folder.js';

/** A service that is about to be attacked. */
export interface RunningTarget {
  readonly service: RunningService;
  readonly pid: number;
  readonly port: number;
  readonly key: string;
  /** The file of its certificate's authority, if it has one. */
  readonly authority: string | undefined;
  /** Asks its health on a new connection. */
  readonly isServing: () => Promise<boolean>;
}

/** Starts the built service with its usual settings, and a log that is written to a file, until the test ends. */
export async function startTarget(t: ExecutionContext, tls = false): Promise<RunningTarget> {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const folder = tls ? await makeTlsFolder(t) : undefined;
  const log = openSync(join(await makeTemporaryFolder(t), 'log'), 'w');
  t.teardown(() => {
    closeSync(log);
  });
  const service = await startService({
    dataDir,
    stderr: log,
    ...(folder && { env: { ORGMETA_TLS_CERT: folder.certificatePath, ORGMETA_TLS_KEY: folder.keyPath } }),
  });
  t.teardown(() => service.stop('SIGKILL'));
  const security = folder?.trust() ?? credentials.createInsecure();
  return {
    service,
    pid: service.process.pid ?? 0,
    port: Number(service.address.split(':').at(-1)),
    key: /om_sk_\w+/.exec(service.output())?.[0] ?? '',
    authority: folder?.authorityPath,
    isServing: () => isServing(service.address, security),
  };
}

function isServing(address: string, security: ChannelCredentials): Promise<boolean> {
  const client = new Client(address, security, { 'grpc.use_local_subchannel_pool': 1 });
  const same = (bytes: Buffer) => bytes;
  return new Promise((resolve) => {
    const path = '/grpc.health.v1.Health/Check';
    client.makeUnaryRequest(path, same, same, Buffer.alloc(0), new Metadata(), (_error, answer) => {
      client.close();
      // The field 1 of a HealthCheckResponse, SERVING.
      resolve(answer?.equals(Buffer.of(8, 1)) ?? false);
    });
  });
}
