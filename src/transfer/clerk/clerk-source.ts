import type { Owner } from '../../domain/owner.js';

/** What Clerk has of one owner. Its ids and documents are as Clerk gave them, and were not checked. */
export interface ClerkRecord {
  readonly owner: Owner;
  readonly publicMetadata: unknown;
  readonly privateMetadata: unknown;
}

/** A part of one of Clerk's lists. */
export interface ClerkPage {
  readonly records: readonly ClerkRecord[];
  /** How many the whole list has, at this moment. */
  readonly totalCount: number;
}

/** Where records are read from. Each list begins with what was created first, but for that of invitations. */
export interface ClerkSource {
  listOrganizations(offset: number): Promise<ClerkPage>;
  listMemberships(organizationId: string, offset: number): Promise<ClerkPage>;
  /** Those that are pending. */
  listInvitations(organizationId: string, offset: number): Promise<ClerkPage>;
}
