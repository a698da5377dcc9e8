import { dirname } from 'node:path';
import { styleText } from 'node:util';
import { createAuthenticator } from '../auth/authenticate.js';
import { createServer, type OrgmetaServer } from '../rpc/server.js';
import type { Store } from '../store/store.js';
import { escapeControls } from '../telemetry/escape-controls.js';
import type { Log } from '../telemetry/log.js';
import { CliError } from './cli-error.js';
import { describeFirstKeys, type FirstStart } from './describe-first-keys.js';
import { findPackage } from './find-package.js';
import { describeStore } from './describe-store.js';
import { makeFolder } from './make-folder.js';
import { openStoreOfSettings } from './open-store-of-settings.js';
import type { OpenTokenAuthenticator } from './open-token-authenticator.js';
import { unixSocketPath } from './parse-address.js';
import { redirectGrpcLog } from './redirect-grpc-log.js';
import { removeStaleSocket } from './remove-stale-socket.js';
import { openServiceKeys, type FirstKeys, type ServiceKeys } from './service-keys.js';
import { keysFilePath, type Settings } from './settings.js';

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
    const { anonymousFrontend, reflection, rateLimit } = settings;
    const authenticate = createAuthenticator({
      keys: () => keys.current(),
      authenticateToken: tokens?.authenticateToken,
    });
    const server = createServer({ store, authenticate, anonymousFrontend, reflection, rateLimit, log });
    closers.push(() => server.drain(settings.drainSeconds * 1000));
    const address = await listen(server, settings.address);
    await announce(address, keys, settings, log);
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
  return openServiceKeys(keysFilePath(settings), {
    onLoad: (count) => {
      log.info({ keys: count }, 'the keys file was read again');
    },
    onProblem: (error) => {
      log.error({ problem: error.message }, 'the keys file is passed over, and the keys in effect stay');
    },
  });
}

async function listen(server: OrgmetaServer, address: string): Promise<string> {
  const socket = unixSocketPath(address);
  try {
    if (socket !== undefined) await removeStaleSocket(socket);
    return await server.listen(address);
  } catch (error) {
    throw new CliError(1, `can't listen on ${address}: ${messageOf(error)}`, { cause: error });
  }
}

async function announce(address: string, keys: ServiceKeys, settings: Settings, log: Log): Promise<void> {
  const { root: packageRoot, version } = findPackage();
  await createFirstKeys(keys, { address, reflection: settings.reflection, packageRoot });
  const line = escapeControls(`orgmeta ${version} listening on ${address} (${describeStore(settings)})`);
  process.stdout.write(`${process.stdout.isTTY ? styleText('bold', line) : line}\n`);
  log.info({ version, address, store: describeStore(settings), keys: keys.current().size }, 'listening');
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
    throw new CliError(1, `${messageOf(error)}; the keys above are not in effect`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
