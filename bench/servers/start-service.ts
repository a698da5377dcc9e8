import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { NODE_ARGUMENTS } from '../../scripts/node-arguments.js';
import { ROOT, type Workspace } from '../workspace.js';
import { findFreePort, type ServerProcess, startProcess, withoutOurSettings } from './start-process.js';

const MAIN = path.join(ROOT, 'dist/src/cli/main.js');

/** A folder in which a service keeps its data, with a key of each role. */
export interface ServiceData {
  readonly folder: string;
  readonly backendKey: string;
  readonly frontendKey: string;
}

/** Makes an empty data folder and its keys, with the commands that an operator would use. */
export async function makeServiceData(workspace: Workspace): Promise<ServiceData> {
  const folder = await mkdtemp(path.join(workspace.folder, 'data-'));
  const createKey = async (role: string) => {
    const args = [MAIN, 'keys', 'create', '--data-dir', folder, '--role', role];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: withoutOurSettings() });
    return stdout.trim();
  };
  return { folder, backendKey: await createKey('backend'), frontendKey: await createKey('frontend') };
}

/**
 * Starts the built service, with its default settings, as a process of its own.
 *
 * @param how what Node is given besides the program: another codec; and the core, if it isn't the service that is measured.
 */
export async function startService(
  workspace: Workspace,
  data: Pick<ServiceData, 'folder'>,
  how: { nodeArguments?: readonly string[]; env?: Readonly<Record<string, string>>; core?: number } = {},
): Promise<ServerProcess> {
  const port = await findFreePort();
  const { profileFolder } = workspace;
  const profile = profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profileFolder)}`];
  const env = { ...how.env, ORGMETA_ADDRESS: `127.0.0.1:${port}`, ORGMETA_DATA_DIR: data.folder };
  return startProcess(
    workspace,
    port,
    [...NODE_ARGUMENTS, ...profile, ...(how.nodeArguments ?? []), MAIN, 'serve'],
    env,
    how.core,
  );
}

/** Starts the built gateway in front of a service, with its default settings, as a process of its own. */
export async function startGateway(workspace: Workspace, servicePort: number, key: string): Promise<ServerProcess> {
  const port = await findFreePort();
  const { profileFolder } = workspace;
  const profile = profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profileFolder)}`];
  return startProcess(workspace, port, [...profile, MAIN, 'gateway'], {
    ORGMETA_GATEWAY_ADDRESS: `127.0.0.1:${port}`,
    ORGMETA_UPSTREAM: `127.0.0.1:${servicePort}`,
    ORGMETA_GATEWAY_KEY: key,
  });
}
