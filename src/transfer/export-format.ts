import type { Kind } from '../domain/owner.js';

/**
 * The kinds of records, in the order in which an export has them. Invitations come before memberships: one that is accepted
 * meanwhile is then in the export as it was, or with its membership.
 */
export const KINDS = ['organization', 'invitation', 'membership'] as const satisfies readonly Kind[];

/** How many records of each kind. */
export type Counts = Record<Kind, number>;

/** The first line of an export: what follows is a record a line, and the {@link ExportEnd}. */
export const EXPORT_HEADER = { format: 'orgmeta-export', version: 1 } as const;

/** The last line of an export, by which one that was cut short is told. */
export interface ExportEnd {
  readonly end: true;
  /** The records before it. */
  readonly records: Counts;
  /** The records that could not be read, and are missing. */
  readonly damaged: number;
}
