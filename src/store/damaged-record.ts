/** A record can't be read as it was written. The message says what is wrong, and nothing of what it holds. */
export class DamagedRecord extends Error {
  override readonly name = 'DamagedRecord';
}
