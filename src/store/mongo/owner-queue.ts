import { ownerName, type Owner } from '../../domain/owner.js';

/** Runs the writes of one owner one after the other, so that those of this process never disturb one another. */
export class OwnerQueue {
  readonly #wait: (previous: Promise<unknown>) => Promise<void>;
  /** What the next one waits for, by the owner. */
  readonly #tails = new Map<string, Promise<unknown>>();

  /** @param wait waits for the write before; if it throws, the write that waits never runs. */
  constructor(wait: (previous: Promise<unknown>) => Promise<void>) {
    this.#wait = wait;
  }

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
      if (previous !== undefined) await this.#wait(previous);
      return await action();
    } finally {
      finish();
    }
  }
}
