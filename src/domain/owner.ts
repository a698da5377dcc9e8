/** What metadata can belong to. */
export type Kind = 'organization' | 'membership' | 'invitation';

/** One organization. */
export interface OrganizationOwner {
  readonly kind: 'organization';
  readonly organizationId: string;
}

/** One user's membership of one organization. */
export interface MembershipOwner {
  readonly kind: 'membership';
  readonly organizationId: string;
  readonly userId: string;
}

/** One invitation to one organization. */
export interface InvitationOwner {
  readonly kind: 'invitation';
  readonly organizationId: string;
  readonly invitationId: string;
}

/** Whose metadata a record holds. Its ids are valid: {@link isValidId}. */
export type Owner = OrganizationOwner | MembershipOwner | InvitationOwner;

/** The most characters of an id. */
export const ID_MAX_LENGTH = 128;

const VALID_ID = new RegExp(`^[!-.0-~]{1,${ID_MAX_LENGTH}}$`);

/** Tells whether an id is 1 to 128 visible ASCII characters without `/`. */
export function isValidId(id: string): boolean {
  return VALID_ID.test(id);
}

/**
 * Names the owner in one string, unique within its kind: the organization's id, and after a `/`, which no id has, that
 * of the user or of the invitation.
 */
export function ownerName(owner: Owner): string {
  switch (owner.kind) {
    case 'organization':
      return owner.organizationId;
    case 'membership':
      return `${owner.organizationId}/${owner.userId}`;
    case 'invitation':
      return `${owner.organizationId}/${owner.invitationId}`;
  }
}
