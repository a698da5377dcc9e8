/**
 * The types of the documents. They are open, and can be declared once for a whole program:
 *
 *     declare module '@orgmeta/client' {
 *       interface OrganizationPublicMetadata {
 *         plan: 'free' | 'pro';
 *       }
 *     }
 *
 * or given to one call as its type arguments.
 */

/** What the frontend may read of an organization. */
export interface OrganizationPublicMetadata {
  [member: string]: unknown;
}

/** What only the backend may read of an organization. */
export interface OrganizationPrivateMetadata {
  [member: string]: unknown;
}

/** What the frontend may read of an organization membership. */
export interface OrganizationMembershipPublicMetadata {
  [member: string]: unknown;
}

/** What only the backend may read of an organization membership. */
export interface OrganizationMembershipPrivateMetadata {
  [member: string]: unknown;
}

/** What the frontend may read of an organization invitation, which has no private metadata. */
export interface OrganizationInvitationPublicMetadata {
  [member: string]: unknown;
}

/**
 * What an update takes of a document: any of its members, at any depth, and null for those to be removed (RFC 7396). An array is
 * replaced whole.
 */
export type MergePatch<Document> = Document extends readonly unknown[]
  ? Document
  : Document extends object
    ? { [Member in keyof Document]?: MergePatch<Document[Member]> | null }
    : Document;

/** What a list can ask for of a document: members that it must contain, objects and elements of arrays by what they contain. */
export type Contained<Document> = Document extends readonly (infer Element)[]
  ? readonly Contained<Element>[]
  : Document extends object
    ? { [Member in keyof Document]?: Contained<Document[Member]> }
    : Document;
