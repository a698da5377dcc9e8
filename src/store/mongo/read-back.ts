import { setTimeout as delay } from 'node:timers/promises';
import type { MetadataRecord } from '../record.js';
import type { Deadline } from './deadline.js';
import { isDatabaseError, outcomeUnknown } from './failures.js';
import type { Document, StoredRecord } from './record-document.js';

/** How many of its last writes a document remembers. */
export const WRITE_IDS = 10;

/** How long to wait before a write is read back again, at most, in milliseconds. */
const PAUSE_MS = 100;

/** Reads what is stored now. */
type Read = () => Promise<StoredRecord | undefined>;

/** A write as it was sent. */
interface Write {
  readonly before: StoredRecord | undefined;
  readonly record: MetadataRecord;
  readonly writeId: string;
}

/**
 * Tells what became of a write whose first reply was lost, and which found another state when it was sent again. That
 * second sending was confirmed by a majority, so what is read now holds.
 *
 * @throws OrgmetaError WRITE_OUTCOME_UNKNOWN if nothing tells
 */
export async function hasLanded(read: Read, { before, record, writeId }: Write, deadline: Deadline): Promise<boolean> {
  const now = await readBack(read, deadline);
  if (now?.writeIds.includes(writeId) === true) return true;
  const isRemembered =
    before !== undefined &&
    now?.record.incarnation === record.incarnation &&
    now.record.revision - before.record.revision < WRITE_IDS;
  if (isRemembered) return false;
  throw outcomeUnknown(new Error('the record has changed too much since to tell whether the write was among it'));
}

/**
 * Tells whether a record that was to be deleted is gone, after the reply to that was lost.
 *
 * @throws OrgmetaError WRITE_OUTCOME_UNKNOWN if nothing tells
 */
export async function isGone(read: Read, { incarnation }: Document, deadline: Deadline): Promise<boolean> {
  const now = await readBack(read, deadline);
  return now === undefined || now.record.incarnation !== incarnation;
}

/** Reads again until there is a reply: where one connection broke, those beside it break in the same moment. */
async function readBack(read: Read, deadline: Deadline): Promise<StoredRecord | undefined> {
  for (;;) {
    try {
      return await deadline.race(read());
    } catch (cause) {
      if (!isDatabaseError(cause) || deadline.hasPassed) throw outcomeUnknown(cause);
      await delay(Math.random() * PAUSE_MS);
    }
  }
}
