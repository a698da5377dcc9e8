import { ownerName, type Owner } from '../../domain/owner.js';
import { waitInTime } from './wait-in-time.js';

/** Runs the writes of one owner one after the other, so that those of this process never disturb one another. */
export class OwnerQueue {
  readonly #waitMs: number | undefined;
  /** What the next one waits for, by the owner. */
  readonly #tails = new Map<string, Promise<unknown>>();

  /** @param waitMs how long a write may wait for those before it, in milliseconds: as long as a command, unless given. */
  constructor(waitMs?: number) {
    this.#waitMs = waitMs;
  }

  /** @throws NotSent if the action has waited too long, and never runs; or what it throws */
  async run<T>(owner: Owner, action: () => Promise<T>): Promise<T> {
    const name = `${owner.kind}/${ownerName(owner)}`;
    const previous = this.#tails.get(name);
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const tail = previous === undefined ? finished : previous.then(() => finished);
    this.#tails.set(name, tail);
    void tail.then(() => {
      if (this.#tails.get(name) === tail) this.#tails.delete(name);
    });
    try {
      if (previous !== undefined) await waitInTime(previous, this.#waitMs);
      return await action();
    } finally {
      finish();
    }
  }
}
