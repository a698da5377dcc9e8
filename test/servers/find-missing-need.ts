import { spawnSync } from 'node:child_process';
import { SERVER_PROGRAMS, type ServerName, type ServerProgram } from './server-program.js';

/** What a server needs that isn't installed here, or undefined if everything is. */
export function findMissingNeed(name: ServerName): string | undefined {
  const { needs }: ServerProgram = SERVER_PROGRAMS[name];
  return needs.find(({ ask: [program, ...args], answer }) => {
    const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    return !answer.test(`${stdout}${stderr}`);
  })?.what;
}
