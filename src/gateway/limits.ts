import { BODY_BYTES } from './limit-body.js';

/** What one request, one connection and all of them together may take. Times in milliseconds. */
export interface GatewayLimits {
  readonly headerBytes: number;
  readonly headersMs: number;
  readonly requestMs: number;
  readonly lookMs: number;
  readonly keepAliveMs: number;
  readonly answerMs: number;
  readonly pipelined: number;
  readonly connections: number;
  readonly requests: number;
  readonly checks: number;
  readonly bodyBytes: number;
  readonly unreadBytes: number;
}

/** The most requests that are under way at once, wherever the files that the process may open allow so many. */
const MOST_REQUESTS = 1_500;

/**
 * Makes the limits in effect, each with its reason.
 *
 * @param connections how many may be open at once: below the files that the process may open, of which the way to the service
 *   needs some
 */
export function makeLimits(connections: number): GatewayLimits {
  return {
    // A hundred ids of a batch fit, percent-encoded too.
    headerBytes: 64 * 1024,
    // Until the headers have come, and until the whole request has; looked at as often as `lookMs` says.
    headersMs: 10_000,
    requestMs: 30_000,
    lookMs: 5_000,
    // Longer than what balancers use, so that they close first and never send into a connection that is being closed.
    keepAliveMs: 75_000,
    // The most that a visitor may take to read an answer; ended it is up to a quarter later. The largest batch is 800 KB, which a
    // phone on a bad line reads in this time at 14 KB a second.
    answerMs: 60_000,
    // Requests of one connection that wait for their answers. Hardly a client sends a second before the first has its; Node would
    // take as many as come, at some 20 KB each for 60 bytes of the visitor's, and do nothing else meanwhile.
    pipelined: 16,
    connections,
    // Under way on all connections. Fewer than there may be connections: then one that has no request can always make room for
    // a new one. At 10,000 requests a second there are as many only if each takes 150 ms.
    requests: Math.min(MOST_REQUESTS, Math.ceil(connections / 2)),
    // So many more may be checks of health, so that who is busy is not taken for dead.
    checks: 100,
    // What bodies of requests hold in memory together, until they are answered: sixty-four of the largest.
    bodyBytes: 64 * BODY_BYTES,
    // What answers hold in memory together that their visitors don't take: eighty of the largest batches.
    unreadBytes: 64 * 1024 * 1024,
  };
}
