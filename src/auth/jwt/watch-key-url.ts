import type { TokenAlgorithm } from './algorithms.js';
import { systemClock, type Clock } from './clock.js';
import { describeUrl, fetchText } from './fetch-text.js';
import { KeySourceError } from './key-source-error.js';
import type { KeySource, KeySourceEvents } from './key-source.js';
import { parseVerifyingKeys, type VerifyingKeys } from './verifying-keys.js';

/** How old the keys grow before they are fetched again. */
const REFRESH_MS = 5 * 60_000;
/** How far apart requests are at least that a token with an unknown key causes. */
const DEMAND_MS = 30_000;
/** How soon a request that failed is made again; each further failure doubles it, up to REFRESH_MS. */
const RETRY_MS = 1_000;

/** How keys are fetched. */
export interface KeyUrlOptions {
  readonly algorithms: readonly TokenAlgorithm[];
  readonly events: KeySourceEvents;
  readonly clock?: Clock;
}

/**
 * Fetches keys from a URL, now, every 5 minutes, and when asked to, though at most once in 30 seconds. The last good keys
 * stay while the URL fails. Resolves after the first request, also if it failed.
 */
export async function watchKeyUrl(
  url: URL,
  { algorithms, events, clock = systemClock }: KeyUrlOptions,
): Promise<KeySource> {
  const closing = new AbortController();
  let text: string | undefined;
  let keys: VerifyingKeys | undefined;
  let problem: string | undefined;
  let failures = 0;
  let lastLook = 0;
  let underWay: Promise<void> | undefined;
  let cancelNext: () => void = () => undefined;

  async function look(): Promise<void> {
    lastLook = clock.now();
    try {
      const latest = await fetchText(url, closing.signal);
      const parsed = latest === text ? keys : await parse(latest);
      const changed = parsed !== keys || problem !== undefined;
      text = latest;
      keys = parsed;
      failures = 0;
      problem = undefined;
      if (changed && !closing.signal.aborted) events.onLoad(keys?.size ?? 0);
    } catch (error) {
      if (!(error instanceof KeySourceError)) throw error;
      failures += 1;
      if (closing.signal.aborted || error.message === problem) return;
      problem = error.message;
      events.onProblem(error);
    }
  }

  async function parse(latest: string): Promise<VerifyingKeys> {
    try {
      return await parseVerifyingKeys(latest, algorithms);
    } catch (error) {
      throw new KeySourceError(`the key set at ${describeUrl(url)} ${(error as Error).message}`, { cause: error });
    }
  }

  /** Looks, and plans the next look; whoever asks meanwhile waits for the same one. */
  function lookOnce(): Promise<void> {
    cancelNext();
    underWay ??= look().finally(() => {
      underWay = undefined;
      if (closing.signal.aborted) return;
      cancelNext = clock.after(nextDelay(failures), () => void lookOnce());
    });
    return underWay;
  }

  await lookOnce();
  return {
    current: () => keys,
    refresh: async () => {
      const age = clock.now() - lastLook;
      // A clock that was set back is no reason to wait longer.
      if (underWay === undefined && age >= 0 && age < DEMAND_MS) return;
      await lookOnce();
    },
    close: () => {
      closing.abort();
      cancelNext();
    },
  };
}

/** Spreads the requests of many processes: each waits between half of the time and all of it. */
function nextDelay(failures: number): number {
  const delay = failures === 0 ? REFRESH_MS : Math.min(REFRESH_MS, RETRY_MS * 2 ** (failures - 1));
  return delay * (0.5 + Math.random() / 2);
}
