/** A store can't be used as it is. The message names it, what is wrong with it, and the way out. */
export class StoreOpenError extends Error {
  override readonly name = 'StoreOpenError';
}
