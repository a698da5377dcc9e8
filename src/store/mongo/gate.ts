import { CALL_MS, Deadline } from './deadline.js';
import { waitInTime } from './wait-in-time.js';

/** The most commands on their way at once: what more there are wait here, and not for a connection of the driver's. */
const COMMANDS = 64;

/**
 * Lets commands through to the database, so many at once, in their order. What has waited too long is not sent any more:
 * under more load than the database takes, the others are still of use to their callers, and what waits is soon gone.
 */
export class Gate {
  readonly #commandMs: number;
  readonly #waitMs: number;
  readonly #waiting: (() => void)[] = [];
  #underWay = 0;

  /**
   * @param waitMs how long a command may wait, in milliseconds.
   * @param commandMs how long it may then take, in milliseconds.
   */
  constructor(waitMs = CALL_MS, commandMs = CALL_MS) {
    this.#commandMs = commandMs;
    this.#waitMs = waitMs;
  }

  /**
   * Runs a command when there is room for it.
   *
   * @param command is given the time that it has, from now.
   * @throws NotSent if it has waited too long, or what the command throws
   */
  async run<T>(command: (deadline: Deadline) => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await command(new Deadline(this.#commandMs));
    } finally {
      this.#leave();
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
      await waitInTime(admitted, this.#waitMs);
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
