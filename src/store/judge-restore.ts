import type { Versions } from '../domain/etag.js';
import type { Restored } from './store.js';

/**
 * Decides what becomes of a record that is restored: the part that every store shares.
 *
 * @param current the versions of the record that is there, or undefined if there is none.
 * @returns `written` if the record shall be written, else why the one that is there stays
 */
export function judgeRestore(record: Versions, current: Versions | undefined): Restored {
  if (current === undefined) return 'written';
  if (current.incarnation !== record.incarnation) return 'other';
  if (current.revision === record.revision) return 'unchanged';
  const isNewer = current.revision > record.revision || current.publicRevision > record.publicRevision;
  return isNewer ? 'newer' : 'written';
}
