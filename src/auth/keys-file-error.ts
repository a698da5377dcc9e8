/** The keys file can't be used. The message names the file, and the entry and field at fault, never a secret. */
export class KeysFileError extends Error {
  override readonly name = 'KeysFileError';
  /** Tells that there is no file at all. */
  readonly missing: boolean;

  constructor(path: string, problem: string, options: ErrorOptions & { missing?: boolean } = {}) {
    super(`the keys file ${path} ${problem}`, options);
    this.missing = options.missing ?? false;
  }
}
