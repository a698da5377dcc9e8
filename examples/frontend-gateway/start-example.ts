import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildPage } from './build-page.js';
import { openPageServer } from './open-page-server.js';
import { sampleOrganizations, type SampleOrganization } from './sample-organizations.js';
import { startOrgmeta, type RunningOrgmeta } from './start-orgmeta.js';
import { writeSamples } from './write-samples.js';

/** The example, all of it running. */
export interface RunningExample {
  /** Where the page is. */
  readonly origin: string;
  readonly service: RunningOrgmeta;
  /** What the service was started with, for those who start it again. */
  readonly serviceSettings: Readonly<Record<string, string>>;
  readonly gateway: RunningOrgmeta;
  readonly gatewayOrigin: string;
  readonly backendKey: string;
  readonly organizations: readonly SampleOrganization[];
  /** Stops everything, and removes the data. */
  stop(): Promise<void>;
}

/**
 * Starts the service (in a folder of its own, which goes with it), the gateway and the server of the page, and writes the sample data.
 *
 * @param port of the page; 0 takes a free one
 * @throws what went wrong; nothing is left running then
 */
export async function startExample(port = 0): Promise<RunningExample> {
  const stops: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (let next = stops.pop(); next !== undefined; next = stops.pop()) await next();
  };
  try {
    // One of its own for each example that runs: no other may write over what this one serves.
    const folder = await mkdtemp(path.join(tmpdir(), 'orgmeta-page-'));
    stops.push(() => rm(folder, { recursive: true, force: true }));
    const [dataDir, scripts] = [path.join(folder, 'data'), path.join(folder, 'scripts')];
    const page = await openPageServer(port, scripts);
    stops.push(() => {
      page.close();
    });
    const [backendKey] = await Promise.all([createKey(dataDir), buildPage(scripts)]);

    const serviceSettings = {
      ORGMETA_ADDRESS: '127.0.0.1:0',
      ORGMETA_DATA_DIR: dataDir,
      // So that the gateway needs no key: a browser has none either.
      ORGMETA_ANONYMOUS_FRONTEND: 'true',
    };
    const service = await startOrgmeta('serve', serviceSettings);
    stops.push(() => service.stop());
    const gateway = await startOrgmeta('gateway', {
      ORGMETA_GATEWAY_ADDRESS: '127.0.0.1:0',
      ORGMETA_UPSTREAM: service.address,
      ORGMETA_GATEWAY_CORS_ORIGINS: page.origin,
    });
    stops.push(() => gateway.stop());
    const gatewayOrigin = `http://${gateway.address}`;
    page.serve(gatewayOrigin);

    const organizations = sampleOrganizations(page.origin);
    await writeSamples(service.address, backendKey, organizations);
    const { origin } = page;
    return { origin, service, serviceSettings, gateway, gatewayOrigin, backendKey, organizations, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function createKey(dataDir: string): Promise<string> {
  const main = path.resolve(import.meta.dirname, '../../dist/src/cli/main.js');
  const args = [main, 'keys', 'create', '--data-dir', dataDir, '--role', 'backend'];
  return (await promisify(execFile)(process.execPath, args)).stdout.trim();
}
