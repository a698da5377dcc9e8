import { readFile } from 'node:fs/promises';

/** Reads the blocks of code of a language in a Markdown file, in their order. */
export async function readCodeBlocks(file: string, language: string): Promise<string[]> {
  const text = await readFile(file, 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) => code);
}
