import { rename, writeFile } from 'node:fs/promises';

/** Writes a file in one piece: who reads it sees all of the old text or all of the new one, and never an empty file. */
export async function putFile(path: string, text: string | Buffer): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}
