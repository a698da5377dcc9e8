/** What is wrong with a keys file: there is none, it can't be read, what it holds is wrong, or it can't be written. */
type KeysFileFault = 'missing' | 'unreadable' | 'damaged' | 'unwritable';

/** The keys file can't be used. The message names the file, and the entry and field at fault, never a secret. */
export class KeysFileError extends Error {
  override readonly name = 'KeysFileError';
  readonly fault: KeysFileFault;

  constructor(path: string, fault: KeysFileFault, problem: string, options?: ErrorOptions) {
    super(`the keys file ${path} ${problem}`, options);
    this.fault = fault;
  }
}
