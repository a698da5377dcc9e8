import type { Log } from '../telemetry/log.js';
import { makeTally } from '../telemetry/tally.js';
import { gatewayBusy, visitorLeft } from './gateway-error.js';

/** How many records the batches that are under way together may have: four of the largest. */
const RECORDS_UNDER_WAY = 400;

/** How many batches wait for their turn; more are refused. */
const WAITING = 200;

/** Reads a batch of so many records at most, once it may; not at all if the visitor leaves before, which the signal tells. */
export type TakeTurn = <Answer>(records: number, signal: AbortSignal, read: () => Promise<Answer>) => Promise<Answer>;

/**
 * Makes batches, or lists, take turns. One of the largest holds as much as a hundred reads, and who sends hundreds of them at once would make
 * everybody wait for all: so only a few are under way, and other reads are answered between them.
 *
 * @param what they are called in the log, which says how many were refused
 * @returns reads a batch when its turn has come, one that is too large by itself alone; rejects with a GatewayError where too many wait before it
 */
export function limitBatches(log: Log, what: 'batches' | 'lists'): TakeTurn {
  const waiting = new Set<{ readonly records: number; readonly begin: () => void }>();
  const refused = makeTally(log, `${what} were refused: as many as allowed wait for their turn`, { limit: WAITING });
  let underWay = 0;

  const beginNext = () => {
    for (const next of waiting) {
      if (underWay > 0 && underWay + next.records > RECORDS_UNDER_WAY) return;
      waiting.delete(next);
      underWay += next.records;
      next.begin();
    }
  };

  const wait = (records: number, signal: AbortSignal) =>
    new Promise<void>((begin, reject) => {
      const turn = { records, begin };
      const leave = () => {
        if (!waiting.delete(turn)) return;
        reject(visitorLeft());
        beginNext();
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.add(turn);
      beginNext();
    });

  return async function takeTurn(records, signal, read) {
    if (waiting.size >= WAITING) {
      refused.add();
      throw gatewayBusy();
    }
    await wait(records, signal);
    try {
      return await read();
    } finally {
      underWay -= records;
      beginNext();
    }
  };
}
