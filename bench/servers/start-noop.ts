import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, type Workspace } from '../workspace.js';
import { findFreePort, type ServerProcess, startProcess } from './start-process.js';

const NOOP_SERVER = path.join(ROOT, 'bench/servers/noop-server.ts');

/**
 * Starts the ceiling.
 *
 * @param answers the bytes to answer with, by rpc path: those that the service answered with.
 */
export async function startNoop(workspace: Workspace, answers: Record<string, Buffer>): Promise<ServerProcess> {
  const port = await findFreePort();
  const file = path.join(workspace.folder, `answers-${port}.json`);
  const entries = Object.entries(answers).map(([rpc, bytes]) => [rpc, bytes.toString('base64')]);
  await writeFile(file, JSON.stringify(Object.fromEntries(entries)));
  return startProcess(workspace, port, ['--import=tsx', NOOP_SERVER, String(port), file]);
}
