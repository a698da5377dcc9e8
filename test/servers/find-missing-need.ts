import { spawnSync } from 'node:child_process';
import { PROGRAMS, type Program, type ProgramName } from './program.js';

/** What a program needs that isn't installed here, or undefined if everything is. */
export function findMissingNeed(name: ProgramName): string | undefined {
  const { needs }: Program = PROGRAMS[name];
  return needs.find(({ ask: [program, ...args], answer }) => {
    const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    return !answer.test(`${stdout}${stderr}`);
  })?.what;
}
