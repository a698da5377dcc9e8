import path from 'node:path';
import { styleText } from 'node:util';
import type { TlsFiles } from '../rpc/tls/read-tls-files.js';
import { escapeControls } from '../telemetry/escape-controls.js';
import type { Log } from '../telemetry/log.js';
import { CliError } from './cli-error.js';
import { describeFirstKeys, type FirstStart } from './describe-first-keys.js';
import { describeStore } from './describe-store.js';
import { findPackage } from './find-package.js';
import type { Security } from './grpcurl-security.js';
import type { FirstKeys, ServiceKeys } from './service-keys.js';
import { keysFilePath, type Settings } from './settings.js';

/** Where a service listens, and with what. */
interface Listening {
  readonly address: string;
  /** Where frontends are served alone, if they are. */
  readonly frontend: string | undefined;
  readonly tls: TlsFiles | undefined;
}

/**
 * Prints to stdout where the service listens, and before that, on the first start, the first keys, which it creates.
 *
 * @throws CliError or KeysFileError if the keys can't be created
 */
export async function announceStart(
  { address, frontend, tls }: Listening,
  keys: ServiceKeys,
  settings: Settings,
  log: Log,
): Promise<void> {
  const { root: packageRoot, version } = findPackage();
  const { reflection } = settings;
  await createFirstKeys(keys, {
    address,
    keysFile: keysFilePath(settings),
    reflection,
    packageRoot,
    security: describeSecurity(tls, settings),
  });
  const secured = tls === undefined ? '' : ` with ${nameSecurity(tls)}`;
  const store = describeStore(settings);
  const lines = [`orgmeta ${version} listening on ${address}${secured} (${store})`];
  if (frontend !== undefined) {
    lines.push(`orgmeta ${version} listening on ${frontend}${secured} (FrontendMetadata alone)`);
  }
  const shown = lines.map(escapeControls);
  const styled = process.stdout.isTTY ? shown.map((line) => styleText('bold', line)) : shown;
  // In one piece: who has read the first line has read all.
  process.stdout.write(styled.map((line) => `${line}\n`).join(''));
  const security = tls === undefined ? 'none' : nameSecurity(tls);
  const where = {
    version,
    address,
    frontend_address: frontend,
    security,
    tls_valid_until: tls && new Date(tls.own.validTo),
  };
  log.info({ ...where, store, keys: keys.current().size }, 'listening');
}

function nameSecurity({ clientCa }: TlsFiles): string {
  return clientCa === undefined ? 'TLS' : 'mTLS';
}

function describeSecurity(tls: TlsFiles | undefined, { tlsCert }: Settings): Security | undefined {
  if (tls === undefined || tlsCert === undefined) return undefined;
  return {
    certificateFile: path.resolve(tlsCert),
    certificate: tls.own,
    clientCertificates: tls.clientCa !== undefined,
  };
}

async function createFirstKeys(keys: ServiceKeys, start: FirstStart): Promise<void> {
  const shown: FirstKeys[] = [];
  try {
    await keys.createFirst((created) => {
      process.stdout.write(describeFirstKeys(created, start));
      shown.push(created);
    });
  } catch (error) {
    if (shown.length === 0) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new CliError(1, `${message}; the keys above are not in effect`, { cause: error });
  }
}
