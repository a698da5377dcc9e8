import type { ListQuery } from './store.js';

/** The only organizations that a listing is about, each once; undefined if it is about all. */
export function organizationsOf({
  organizationId,
  organizations,
}: Pick<ListQuery, 'organizationId' | 'organizations'>): readonly string[] | undefined {
  if (organizationId === undefined) return organizations && [...new Set(organizations)];
  return organizations === undefined || organizations.includes(organizationId) ? [organizationId] : [];
}
