import { CALL_MS, Deadline } from './deadline.js';
import { NotSent } from './failures.js';

/** The most commands on their way at once: what more there are wait here, and not for a connection of the driver's. */
const COMMANDS = 64;

/**
 * Lets commands through to the database, so many at once. However many wait, each gets its time for a reply; but if the
 * database gives no reply to any for as long as one may take, they give up together.
 */
export class Gate {
  #underWay = 0;
  readonly #waiting: (() => void)[] = [];
  #lastReplyAt = 0;

  /**
   * Runs a command when there is room for it.
   *
   * @param command is given the time that it has, from now.
   * @throws NotSent, or what the command throws
   */
  async run<T>(command: (deadline: Deadline) => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      const result = await command(new Deadline());
      this.#lastReplyAt = performance.now();
      return result;
    } finally {
      this.#leave();
    }
  }

  /** Waits for what depends on commands, as long as the database replies to any. @throws NotSent */
  async wait(work: Promise<unknown>): Promise<void> {
    let isOver = false;
    const over = work.then(
      () => (isOver = true),
      () => (isOver = true),
    );
    const since = performance.now();
    for (;;) {
      const left = Math.max(since, this.#lastReplyAt) + CALL_MS - performance.now();
      if (left <= 0) throw new NotSent('the database gave no reply to the commands before this one');
      await new Deadline(left).race(over).catch(() => undefined);
      // Is set while this waits.
      if (isOver as boolean) return;
    }
  }

  async #enter(): Promise<void> {
    if (this.#underWay < COMMANDS) {
      this.#underWay += 1;
      return;
    }
    let admit: () => void = () => undefined;
    const admitted = new Promise<void>((resolve) => {
      admit = resolve;
    });
    this.#waiting.push(admit);
    try {
      await this.wait(admitted);
    } catch (error) {
      const place = this.#waiting.indexOf(admit);
      // Whoever was admitted in this very moment makes room again.
      if (place === -1) this.#leave();
      else this.#waiting.splice(place, 1);
      throw error;
    }
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#underWay -= 1;
    else next();
  }
}
