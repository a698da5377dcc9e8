import path from 'node:path';
import { buildCached } from '../../scripts/toolchain/build-cached.js';
import { SERVER_PROGRAMS, type ServerName, type ServerProgram } from './server-program.js';

/** Builds a server, unless it is built already, and gives the folder of what was built. */
export function buildServer(name: ServerName): Promise<string> {
  const { build }: ServerProgram = SERVER_PROGRAMS[name];
  return buildCached(name, path.join(import.meta.dirname, name), build);
}
