import type { ExecutionContext } from 'ava';
import type { Kind, Owner } from '../../../src/domain/owner.js';
import type { Store } from '../../../src/store/store.js';

/** What a store reported to `onDamage`. */
export interface Damage {
  readonly kind: Kind;
  readonly ownerName: string;
  readonly problem: string;
}

/** A store of one test's own. */
export interface TemporaryStore {
  readonly store: Store;
  /** What the store has reported, so far. */
  readonly damages: readonly Damage[];
  /** Closes the store, and opens what it has left behind. */
  readonly reopen: () => Promise<Store>;
  /** Makes what is stored for an owner unreadable, as a failing disk would. */
  readonly damage: (owner: Owner) => Promise<void>;
}

/** Opens an empty store, and removes it when the test ends, however it ends. */
export type OpenTemporaryStore = (t: ExecutionContext) => Promise<TemporaryStore>;

/** One case of the conformance suite. The title begins with the number of the promise. */
export interface Case {
  readonly title: string;
  readonly run: (t: ExecutionContext, opened: TemporaryStore) => Promise<void>;
}
