import { OrgmetaError } from './orgmeta-error.js';
import type { Batch } from './records.js';

/** What the service answers to a batch, or to a part of one. */
export interface BatchAnswer {
  readonly metadata: readonly object[];
  readonly missing: readonly unknown[];
  /** What did not fit into the answer. */
  readonly unprocessed: readonly unknown[];
}

/**
 * Asks for a batch until nothing of it is unprocessed. What is found and what is missing come in the order of the keys.
 *
 * @throws OrgmetaError `INTERNAL` for an answer that has nothing of what it was asked for
 */
export async function getBatch(
  keys: readonly unknown[],
  ask: (keys: readonly unknown[]) => Promise<BatchAnswer>,
  toRecord: (message: object) => object,
): Promise<Batch<object, unknown>> {
  const metadata: object[] = [];
  const missing: unknown[] = [];
  for (let rest = keys; ;) {
    const answer = await ask(rest);
    metadata.push(...answer.metadata.map(toRecord));
    missing.push(...answer.missing);
    if (answer.unprocessed.length === 0) return { metadata, missing };
    if (answer.unprocessed.length >= rest.length) {
      throw new OrgmetaError('the service answered a batch with nothing of it', { code: 'INTERNAL' });
    }
    rest = answer.unprocessed;
  }
}
