/** The time, and what is to happen later. */
export interface Clock {
  /** The time, in milliseconds since the Unix epoch. */
  now(): number;
  /** Does something once, later, unless what it returns is called first. */
  after(delayMs: number, action: () => void): () => void;
}

/** The clock of the machine. What it is to do later keeps no process alive. */
export const systemClock: Clock = {
  now: Date.now,
  after: (delayMs, action) => {
    const timer = setTimeout(action, delayMs).unref();
    return () => {
      clearTimeout(timer);
    };
  },
};
