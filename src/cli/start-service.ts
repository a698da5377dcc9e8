import { dirname } from 'node:path';
import { createAuthenticator } from '../auth/authenticate.js';
import type { KeysFileEvents } from '../auth/watch-keys-file.js';
import { createServer, type OrgmetaServer } from '../rpc/server.js';
import type { WatchedTlsFiles } from '../rpc/tls/watch-tls-files.js';
import type { Store } from '../store/store.js';
import type { Log } from '../telemetry/log.js';
import { announceStart } from './announce-start.js';
import { CliError } from './cli-error.js';
import { describeListenFault } from './describe-listen-fault.js';
import { isLoopback } from './is-loopback.js';
import { makeFolder } from './make-folder.js';
import { openStoreOfSettings } from './open-store-of-settings.js';
import type { OpenTokenAuthenticator } from './open-token-authenticator.js';
import { openTls } from './open-tls.js';
import { unixSocketPath } from './parse-address.js';
import { redirectGrpcLog } from './redirect-grpc-log.js';
import { removeStaleSocket } from './remove-stale-socket.js';
import { openServiceKeys, type ServiceKeys } from './service-keys.js';
import { keysFilePath, SETTINGS, type Settings } from './settings.js';
import { withKeysFile } from './with-keys-file.js';

/** A service that listens. */
interface StartedService {
  /** Lets the calls under way finish within the drain time, and closes everything. */
  stop(): Promise<void>;
}

/**
 * Opens the store, reads the keys, listens, and prints to stdout where; on the first start the first keys too.
 *
 * @throws CliError or KeysFileError if any of it fails; what was opened is closed again, and no keys stay that nobody saw
 */
export async function startService(settings: Settings, log: Log): Promise<StartedService> {
  redirectGrpcLog(log);
  const closers: (() => void | Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closers.reverse()) {
      try {
        await close();
      } catch (error) {
        log.error({ err: error }, 'a part of the service could not be closed');
      }
    }
  };
  try {
    await makeFolder(settings.dataDir);
    const store = await openServiceStore(settings, log);
    closers.push(() => store.close());
    await makeFolder(dirname(keysFilePath(settings)));
    const keys = await openKeys(settings, log);
    closers.push(() => {
      keys.close();
    });
    const tokens = await openTokens(settings, log);
    closers.push(() => tokens?.close());
    const tls = await openTls(settings, log);
    closers.push(() => tls?.close());
    const { anonymousFrontend, reflection, rateLimit } = settings;
    const authenticate = createAuthenticator({
      keys: () => keys.current(),
      authenticateToken: tokens?.authenticateToken,
    });
    const server = createServer({ store, authenticate, anonymousFrontend, reflection, rateLimit, tls, log });
    closers.push(() => server.drain(settings.drainSeconds * 1000));
    const address = await listen(server, settings.address, 'both');
    const { frontendAddress } = settings;
    const frontend =
      frontendAddress === undefined ? undefined : await listen(server, frontendAddress, 'frontend', address);
    warnOfClearText([address, frontend], tls, log);
    await announceStart({ address, frontend, tls: tls?.current() }, keys, settings, log);
    return { stop };
  } catch (error) {
    log.debug({ err: error }, 'the service could not start');
    await stop();
    throw error;
  }
}

function openServiceStore(settings: Settings, log: Log): Promise<Store> {
  return openStoreOfSettings(settings, {
    onDamage: (kind, ownerName, problem) => {
      log.error({ kind, owner: ownerName, problem }, 'a record is damaged');
    },
    onShared: (processIds) => {
      log.warn({ data_dir: settings.dataDir, processes: processIds }, 'other processes have the data folder open');
    },
    onTrouble: (problem, cause) => {
      log.warn({ err: cause }, problem);
    },
  });
}

async function openTokens(settings: Settings, log: Log): Promise<OpenTokenAuthenticator | undefined> {
  if (settings.jwks === undefined) return undefined;
  // A service that takes no tokens starts sooner without what they need.
  const { openTokenAuthenticator } = await import('./open-token-authenticator.js');
  return openTokenAuthenticator(settings.jwks, settings, log);
}

function openKeys(settings: Settings, log: Log): Promise<ServiceKeys> {
  const events: KeysFileEvents = {
    onLoad: (count) => {
      log.info({ keys: count }, 'the keys file was read again');
    },
    onProblem: (error) => {
      log.error({ problem: error.message }, 'the keys file is passed over, and the keys in effect stay');
    },
  };
  return withKeysFile(settings, (path) => openServiceKeys(path, events));
}

/** Listens for all callers or for frontends alone; `own` is where the service listens already, for what is said of a fault. */
async function listen(
  server: OrgmetaServer,
  address: string,
  services: 'both' | 'frontend',
  own?: string,
): Promise<string> {
  const socket = unixSocketPath(address);
  try {
    if (socket !== undefined) await removeStaleSocket(socket);
    return await server.listen(address, services);
  } catch (error) {
    const setting = services === 'both' ? SETTINGS.address : SETTINGS.frontendAddress;
    throw new CliError(1, describeListenFault(error, address, setting, own), { cause: error });
  }
}

function warnOfClearText(addresses: readonly (string | undefined)[], tls: WatchedTlsFiles | undefined, log: Log): void {
  const reached = addresses.filter((address) => address !== undefined && !isLoopback(address));
  if (tls !== undefined || reached.length === 0) return;
  log.warn(
    { addresses: reached },
    'credentials and metadata cross the network in clear text: set ORGMETA_TLS_CERT and ORGMETA_TLS_KEY, or let only a proxy that ends TLS reach this service',
  );
}
