import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runBuf } from '../run-buf.js';

/** What is made, within the folder of docs. */
const PAGES = ['api.md', 'errors.md'];

/** Makes the reference pages of `docs` within `folder`, from the comments of the protos of the project that is the working directory. */
export async function generateDocs(folder: string): Promise<void> {
  const template = path.join(import.meta.dirname, 'buf.gen.yaml');
  await runBuf(['generate', '--template', template, '--path', 'proto/orgmeta/v1', '-o', folder]);
  const style = await resolveConfig(path.resolve('docs/api.md'));
  for (const page of PAGES) {
    const file = path.join(folder, 'docs', page);
    // Lines are broken here, once; elsewhere prettier keeps the lines of Markdown as they are.
    const text = await format(await readFile(file, 'utf8'), { ...style, parser: 'markdown', proseWrap: 'always' });
    await writeFile(file, text);
  }
}
