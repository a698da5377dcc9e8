import type { KeySourceError } from './key-source-error.js';
import type { VerifyingKeys } from './verifying-keys.js';

/** Where the keys of a token issuer come from: they change while the service runs. */
export interface KeySource {
  /** The keys in effect: the last good ones; undefined before any could be read. */
  current(): VerifyingKeys | undefined;
  /** Looks for newer keys, if the last look is long enough ago; resolves when that is over, also if it failed. */
  refresh(): Promise<void>;
  close(): void;
}

/** What a source of keys tells. */
export interface KeySourceEvents {
  /** These keys, so many, are in effect: they are the first, they have changed, or a problem is solved. */
  onLoad(count: number): void;
  /** The keys can't be read, and those in effect stay. Told once for each problem, until it is solved. */
  onProblem(error: KeySourceError): void;
}
