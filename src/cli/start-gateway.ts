import type { ListenOptions } from 'node:net';
import { readRegularFile } from '../files/read-regular-file.js';
import { allowOrigins } from '../gateway/allow-origins.js';
import { createApp } from '../gateway/create-app.js';
import { createRoutes } from '../gateway/create-routes.js';
import { makeLimits } from '../gateway/limits.js';
import type { UpstreamTls } from '../gateway/secure-channel.js';
import { serveGateway, type RunningGateway } from '../gateway/serve-gateway.js';
import { openUpstream } from '../gateway/upstream.js';
import { countConnections } from '../rpc/count-connections.js';
import { parseCertificates } from '../rpc/tls/parse-certificates.js';
import { escapeControls } from '../telemetry/escape-controls.js';
import type { Log } from '../telemetry/log.js';
import { CliError } from './cli-error.js';
import { describeListenFault } from './describe-listen-fault.js';
import { findPackage } from './find-package.js';
import { GATEWAY_SETTINGS, type GatewaySettings } from './gateway-settings.js';
import { isLoopback } from './is-loopback.js';
import { unixSocketPath } from './parse-address.js';
import { redirectGrpcLog } from './redirect-grpc-log.js';
import { removeStaleSocket } from './remove-stale-socket.js';

/** A gateway that listens. */
interface StartedGateway {
  /** Lets the requests under way finish within the drain time, and closes everything. */
  stop(): Promise<void>;
}

/**
 * Starts the gateway, and prints to stdout where it listens. The service need not be there yet.
 *
 * @throws CliError if it can't listen, or the authorities are no good, or given without TLS
 */
export async function startGateway(settings: GatewaySettings, log: Log): Promise<StartedGateway> {
  redirectGrpcLog(log);
  const { version } = findPackage();
  const { upstream: address, upstreamTimeoutSeconds, key: gatewayKey, corsOrigins = [], maxAgeSeconds } = settings;
  const tls = await readTls(settings);
  warnOfClearText(settings, log);
  const upstream = openUpstream({ address, tls, timeoutMs: upstreamTimeoutSeconds * 1000 });
  let gateway: RunningGateway;
  try {
    const routes = createRoutes({ upstream, gatewayKey, maxAgeSeconds, log });
    const allowOrigin = allowOrigins(corsOrigins, routes);
    const app = createApp({ upstream, routes, allowOrigin, version, log });
    const limits = makeLimits(countConnections());
    gateway = await serveGateway(app, await toListenOptions(settings.address), { limits, allowOrigin, log });
  } catch (error) {
    upstream.close();
    throw new CliError(1, describeListenFault(error, settings.address, GATEWAY_SETTINGS.address), { cause: error });
  }
  const listening = gateway.address.startsWith('unix:') ? gateway.address : `http://${gateway.address}`;
  process.stdout.write(
    `${escapeControls(`orgmeta gateway ${version} listening on ${listening} (the service is at ${address})`)}\n`,
  );
  log.info({ version, address: gateway.address, upstream: address, key: gatewayKey !== undefined }, 'listening');
  return {
    async stop() {
      await gateway.drain(settings.drainSeconds * 1000);
      upstream.close();
    },
  };
}

async function readTls({ upstreamTls, upstreamCa }: GatewaySettings): Promise<UpstreamTls | undefined> {
  if (!upstreamTls && upstreamCa !== undefined) {
    throw new CliError(2, 'ORGMETA_UPSTREAM_CA is of no use without ORGMETA_UPSTREAM_TLS: set both, or neither');
  }
  if (!upstreamTls) return undefined;
  if (upstreamCa === undefined) return { authorities: undefined };
  try {
    const authorities = await readRegularFile(upstreamCa);
    // grpc-js would trust nobody with a file that holds no certificate, and say so nowhere.
    parseCertificates(authorities);
    return { authorities };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CliError(1, `can't trust ORGMETA_UPSTREAM_CA: ${upstreamCa} ${message}`, { cause: error });
  }
}

async function toListenOptions(address: string): Promise<ListenOptions> {
  const socket = unixSocketPath(address);
  if (socket !== undefined) {
    await removeStaleSocket(socket);
    return { path: socket };
  }
  const colon = address.lastIndexOf(':');
  return { host: address.slice(0, colon).replaceAll(/[[\]]/g, ''), port: Number(address.slice(colon + 1)) };
}

function warnOfClearText({ upstream, upstreamTls }: GatewaySettings, log: Log): void {
  if (upstreamTls || isLoopback(upstream)) return;
  log.warn({ upstream }, 'credentials and metadata go to the service in clear text: set ORGMETA_UPSTREAM_TLS');
}
