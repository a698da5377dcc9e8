import { setTimeout as delay } from 'node:timers/promises';
import { OrgmetaError } from '../domain/errors.js';

/** How long a store that does not answer is waited for, in milliseconds, and how often it is asked. */
const PATIENCE_MS = 60_000;
const RETRY_MS = 500;

/** Tells what may be over the next moment. To restore a record twice does nothing. */
export function isPassing({ reason }: OrgmetaError): boolean {
  return reason === 'STORE_UNAVAILABLE' || reason === 'WRITE_OUTCOME_UNKNOWN' || reason === 'WRITE_CONTENTION';
}

/** Does something again while the store does not answer, for a while. */
export async function patiently<T>(action: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await action();
    } catch (error) {
      const isOver = signal.aborted || performance.now() > until;
      if (isOver || !(error instanceof OrgmetaError) || !isPassing(error)) throw error;
      await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
