/** The files of TLS. */
export type TlsFile = 'certificate' | 'key' | 'clientCa';

/** What is wrong with a file of TLS. */
export interface TlsFault {
  readonly file: TlsFile;
  /** Names the file, the problem and the way out: a sentence without its full stop. */
  readonly problem: string;
}

/** The files of TLS can't be used. Of what is in them, the message has at most the names in a certificate. */
export class TlsFilesError extends Error {
  override readonly name = 'TlsFilesError';
  /** All that is wrong. */
  readonly faults: readonly TlsFault[];

  constructor(faults: readonly TlsFault[], options?: ErrorOptions) {
    super(faults.map(({ problem }) => problem).join('; '), options);
    this.faults = faults;
  }
}
