import { argumentInvalid, OrgmetaError } from './errors.js';

/** The condition that the record exists. */
export const ETAG_EXISTS = '*';

/** The condition that the record doesn't exist, and the etag of one that doesn't. */
export const ETAG_ABSENT = '0';

/** The counters that etags are made of. */
export interface Versions {
  /** Tells a record from an earlier, deleted one of the same owner: a random number of 32 bits. */
  readonly incarnation: number;
  /** Counts the changes of the record, from 1. */
  readonly revision: number;
  /** Counts the changes of the public metadata; 0 while none was ever given. */
  readonly publicRevision: number;
}

/** Names the state of a record, public and private, for the backend. */
export function backendEtag(versions: Versions): string {
  return `${versions.incarnation}-${versions.revision}`;
}

/** Names the state of a record's public metadata for the frontend. Is never equal to a backend etag. */
export function frontendEtag(versions: Pick<Versions, 'incarnation' | 'publicRevision'>): string {
  return `p${versions.incarnation}-${versions.publicRevision}`;
}

/**
 * Checks the condition that a write carries against the record as it is.
 *
 * @param condition the etag that was sent; empty for no condition.
 * @param current the record's versions, or undefined if there is no record.
 * @param notFound makes the error for a record that should exist and doesn't.
 * @throws OrgmetaError ETAG_MISMATCH, with the current etag; or what `notFound` makes
 */
export function checkEtag(condition: string, current: Versions | undefined, notFound: () => OrgmetaError): void {
  if (condition === '') return;
  if (condition === ETAG_EXISTS && current === undefined) throw notFound();
  if (condition === ETAG_EXISTS) return;
  const etag = current === undefined ? ETAG_ABSENT : backendEtag(current);
  if (condition === etag) return;
  throw new OrgmetaError(
    'ETAG_MISMATCH',
    condition === ETAG_ABSENT
      ? 'the record exists already; read it, or send no etag'
      : 'the record has changed since this etag was read; read it again and apply the change to what it is now',
    { etag },
  );
}

/** Refuses an etag that no answer can have carried because of its length. */
export function checkEtagLength(etag: string): void {
  if (etag.length > 128) throw argumentInvalid('etag', 'is longer than any etag of this service; send one as it came');
}
