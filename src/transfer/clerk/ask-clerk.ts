import { setTimeout as delay } from 'node:timers/promises';

/** Clerk does not give what was asked for. The message says why, in words for the person who runs the command. */
export class ClerkRefusal extends Error {
  override readonly name = 'ClerkRefusal';
}

/** Makes a request of Clerk, and makes it again while that may help. */
export type AskClerk = <T>(request: () => Promise<T>) => Promise<T>;

export interface AskOptions {
  /** Ends all waiting. */
  readonly signal: AbortSignal;
  /** Waits so many milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** How long Clerk's answer may take, in milliseconds. */
const ANSWER_MS = 60_000;

/** What Clerk's limit of its rate is counted over, if it does not say when to come again. */
const RATE_MS = 10_000;

/** After how many milliseconds a failed request is made again; after the last of them it is given up. */
const RETRIES_MS = [1000, 2000, 4000, 8000, 16_000, 30_000];

/**
 * Makes a way to ask Clerk that keeps to its rate limit (429 with Retry-After holds up all requests, and is never given up)
 * and is patient for a minute with what may pass: no connection, no answer, 5xx.
 *
 * @returns a function that throws ClerkRefusal, or the signal's reason once it is aborted
 */
export function createAskClerk({ signal, wait = (ms) => delay(ms, undefined, { signal }) }: AskOptions): AskClerk {
  let holdUp: Promise<void> | undefined;

  return async function askClerk<T>(request: () => Promise<T>): Promise<T> {
    for (let failures = 0; ;) {
      await holdUp;
      signal.throwIfAborted();
      try {
        return await beforeAbort(request(), signal);
      } catch (error) {
        signal.throwIfAborted();
        const { status, retryAfter } = error as ClerkError;
        if (status === 429) {
          const held = wait(retryAfter === undefined ? RATE_MS : retryAfter * 1000);
          holdUp = held;
          // Who waits for it is told; nobody else is there to be.
          held.catch(() => undefined);
          continue;
        }
        const retryMs = RETRIES_MS[failures];
        if (retryMs === undefined || (status !== undefined && status < 500)) throw toRefusal(error);
        failures += 1;
        await wait(retryMs);
      }
    }
  };
}

/** What an error of Clerk's SDK may say. It has no status if there was no answer. */
interface ClerkError {
  readonly status?: number;
  /** In seconds. */
  readonly retryAfter?: number;
  readonly errors?: readonly { readonly code?: string; readonly message?: string; readonly longMessage?: string }[];
}

function toRefusal(error: unknown): ClerkRefusal {
  const { status, errors } = error as ClerkError;
  const [first] = errors ?? [];
  const told = first?.longMessage ?? first?.message ?? (error instanceof Error ? error.message : String(error));
  if (status === 401) return new ClerkRefusal('Clerk does not take the key in CLERK_SECRET_KEY', { cause: error });
  const what = status === undefined ? 'Clerk can not be reached' : `Clerk answers with ${status}`;
  return new ClerkRefusal(`${what}: ${told}`, { cause: error });
}

/** Clerk's SDK has neither a deadline nor a way to cancel. */
async function beforeAbort<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  const ended = new AbortController();
  const end = AbortSignal.any([signal, ended.signal]);
  const late = delay(ANSWER_MS, undefined, { signal: end, ref: false }).then(() => {
    throw new Error('no answer within a minute');
  });
  late.catch(() => undefined);
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, late]);
  } finally {
    ended.abort();
  }
}
