import { readFile, stat } from 'node:fs/promises';

/** A file can't be read. The message reads on from the file's name. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  /** Tells that there is no file at all. */
  readonly missing: boolean;

  constructor(problem: string, options: ErrorOptions & { missing?: boolean } = {}) {
    super(problem, options);
    this.missing = options.missing ?? false;
  }

  /** Says what to do about it, after a semicolon. */
  get wayOut(): string {
    if (this.missing) return 'put it there, or name another file';
    // Without a cause it was not the system that refused it.
    return this.cause === undefined ? 'name another file' : 'let this user read it, or name another file';
  }
}

/**
 * Reads the text of a file, but not of a pipe or a device, which would block or never end.
 *
 * @throws UnreadableFile
 */
export async function readRegularFile(path: string): Promise<string> {
  try {
    if ((await stat(path)).isFile()) return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UnreadableFile('does not exist', { cause: error, missing: true });
    throw new UnreadableFile(`can't be read (${code ?? String(error)})`, { cause: error });
  }
  throw new UnreadableFile('is not a regular file');
}
