/** How often one caller may call. */
export interface RateLimit {
  readonly callsPerSecond: number;
  /** How many calls may come at once, after a pause: at least 1. */
  readonly burst: number;
}

/** Counts the calls of each caller against the rate limit. */
export interface RateLimiter {
  /**
   * Takes one call from what a caller may make now.
   *
   * @returns 0, or, of a call that is too many and takes nothing, in how many milliseconds one will pass.
   */
  take(caller: string): number;
}

/** What a limiter of another kind than the service's own has. */
export interface RateLimiterOptions {
  /** How many callers are counted at a time. */
  readonly callers?: number;
  /** Gives the time in milliseconds, from any start; it never goes back. */
  readonly now?: () => number;
}

/** All of them take some 2 MB. */
const COUNTED_CALLERS = 10_000;

/** What a sum of fractions may lack of a whole call. */
const ROUNDING = 1e-6;

/** A token bucket. */
interface Bucket {
  /** The calls that were left at `time`. */
  calls: number;
  time: number;
}

/**
 * Makes a limiter with a token bucket for each caller, in the memory of this process. Beyond its number of callers it
 * forgets the one who called longest ago, who then begins anew with a whole burst.
 */
export function createRateLimiter(
  { callsPerSecond, burst }: RateLimit,
  { callers = COUNTED_CALLERS, now = () => performance.now() }: RateLimiterOptions = {},
): RateLimiter {
  /** The one who called longest ago is the first. */
  const buckets = new Map<string, Bucket>();
  const callsPerMs = callsPerSecond / 1000;

  return {
    take(caller) {
      const time = now();
      const bucket = buckets.get(caller) ?? { calls: burst, time };
      buckets.delete(caller);
      buckets.set(caller, bucket);
      if (buckets.size > callers) forgetFirst(buckets);
      bucket.calls = Math.min(burst, bucket.calls + (time - bucket.time) * callsPerMs);
      bucket.time = time;
      if (bucket.calls < 1 - ROUNDING) return (1 - bucket.calls) / callsPerMs;
      bucket.calls -= 1;
      return 0;
    },
  };
}

function forgetFirst(buckets: Map<string, Bucket>): void {
  for (const caller of buckets.keys()) {
    buckets.delete(caller);
    return;
  }
}
