import path from 'node:path';
import { buildCached } from '../../scripts/toolchain/build-cached.js';
import { PROGRAMS, type Program, type ProgramName } from './program.js';

/** Builds a program, unless it is built already, and gives the folder of what was built. */
export function buildProgram(name: ProgramName): Promise<string> {
  const { build }: Program = PROGRAMS[name];
  return buildCached(name, path.join(import.meta.dirname, name), build);
}
