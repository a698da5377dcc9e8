import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExecutionContext } from 'ava';
import { PROJECT } from '../../checks/run-program.js';
import { needGrpcurl } from '../grpcurl.js';
import { makeDataFolder, startService } from '../service.js';
import { checkAnswer } from './check-answer.js';
import { pasteBlocks } from './paste-blocks.js';
import { readBlocks } from './read-blocks.js';

/** What of a page is pasted, and where. */
export interface Page {
  /** Its path from the project's folder. */
  readonly file: string;
  /** The heading of the section that is pasted; the whole page if it is left out. */
  readonly section?: string;
  /** Settings of the service. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Pastes what a page has for the shell into a terminal beside a service that is new, and compares the answers with the page's.
 *
 * @returns how many answers were compared.
 */
export async function testPage(t: ExecutionContext, { file, section, env = {} }: Page): Promise<number | undefined> {
  const grpcurl = needGrpcurl(t);
  if (grpcurl === undefined) return undefined;
  const markdown = await readFile(path.join(PROJECT, file), 'utf8');
  const blocks = readBlocks(section === undefined ? markdown : cutSection(markdown, section));
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const service = await startService({ dataDir, env });
  t.teardown(() => service.stop('SIGKILL'));

  const pasted = pasteBlocks(grpcurl, blocks, service);
  for (const [index, block] of blocks.entries()) {
    checkAnswer(t, file, block, pasted[index] ?? { code: -1, output: 'nothing' });
  }
  return blocks.filter(({ answer }) => answer !== undefined).length;
}

/** Blanks everything but one section, so that lines keep their numbers. */
function cutSection(markdown: string, heading: string): string {
  let within = false;
  const lines = markdown.split('\n').map((line) => {
    if (line.startsWith('## ')) within = line === `## ${heading}`;
    return within ? line : '';
  });
  return lines.join('\n');
}
