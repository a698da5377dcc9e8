/** The files of TLS can't be used. Nothing of what is in them is in the message. */
export class TlsFilesError extends Error {
  override readonly name = 'TlsFilesError';
  /** All that is wrong, a sentence each without its full stop. */
  readonly faults: readonly string[];

  constructor(faults: readonly string[], options?: ErrorOptions) {
    super(faults.join('; '), options);
    this.faults = faults;
  }
}
