/** The keys of a token issuer can't be read or used. The message names where they are read, and never a secret. */
export class KeySourceError extends Error {
  override readonly name = 'KeySourceError';
}
