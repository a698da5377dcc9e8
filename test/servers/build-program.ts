import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { holdLock } from './hold-lock.js';
import { PROGRAMS, type CommandLine, type Program, type ProgramName } from './program.js';

const CACHE = path.resolve('.cache/servers');

/**
 * Builds a program from the sources in a folder, and gives the folder of what was built. That is kept in `.cache` under a hash
 * of the sources and the commands, so only the first of all processes builds, and only after a change.
 */
export async function buildCached(name: string, sources: string, build: readonly CommandLine[]): Promise<string> {
  const built = path.join(CACHE, `${name}-${await hashOf(sources, build)}`);
  if (existsSync(built)) return built;
  await mkdir(CACHE, { recursive: true });
  await holdLock(path.join(CACHE, `${name}.lock`), async () => {
    if (existsSync(built)) return;
    const workshop = await mkdtemp(path.join(CACHE, `${name}-build-`));
    try {
      await cp(sources, workshop, { recursive: true });
      for (const [program, ...args] of build) await promisify(execFile)(program, args, { cwd: workshop });
      await rename(path.join(workshop, 'built'), built);
    } finally {
      await rm(workshop, { recursive: true, force: true });
    }
  });
  return built;
}

/** Builds a program, unless it is built already, and gives the folder of what was built. */
export function buildProgram(name: ProgramName): Promise<string> {
  const { build }: Program = PROGRAMS[name];
  return buildCached(name, path.join(import.meta.dirname, name), build);
}

async function hashOf(sources: string, build: readonly CommandLine[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(build));
  const entries = await readdir(sources, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(`\0${path.relative(sources, file)}\0`).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}
