import type { RateLimit } from '../rpc/rate-limiter.js';

const RATE_LIMIT = /^(?<rate>\d{1,7}(\.\d{1,3})?)(:(?<burst>[1-9]\d{0,6}))?$/;

/**
 * Reads `CALLS_PER_SECOND` or `CALLS_PER_SECOND:BURST`. The rate may have three digits after the point. The burst is a whole number
 * of calls; left out, it is what a second allows, and at least 1.
 *
 * @returns undefined if the text is no such limit.
 */
export function parseRateLimit(text: string): RateLimit | undefined {
  const { rate, burst } = RATE_LIMIT.exec(text)?.groups ?? {};
  const callsPerSecond = Number(rate ?? 0);
  if (callsPerSecond === 0) return undefined;
  return { callsPerSecond, burst: Number(burst ?? Math.ceil(callsPerSecond)) };
}
