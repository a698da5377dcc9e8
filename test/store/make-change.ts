import type { JsonObject } from '../../src/domain/json.js';
import type { InvitationOwner, MembershipOwner, OrganizationOwner } from '../../src/domain/owner.js';
import type { Change, Deletion } from '../../src/store/store.js';

export function organization(organizationId: string): OrganizationOwner {
  return { kind: 'organization', organizationId };
}

export function membership(organizationId: string, userId: string): MembershipOwner {
  return { kind: 'membership', organizationId, userId };
}

export function invitation(organizationId: string, invitationId: string): InvitationOwner {
  return { kind: 'invitation', organizationId, invitationId };
}

/** An update of both documents, or of the one that is given, without a condition. */
export function update(publicMetadata?: JsonObject, privateMetadata?: JsonObject, more: Partial<Change> = {}): Change {
  return { verb: 'update', publicMetadata, privateMetadata, etag: '', validateOnly: false, ...more };
}

/** A replacement of both documents, or of the one that is given, without a condition. */
export function replace(publicMetadata?: JsonObject, privateMetadata?: JsonObject, more: Partial<Change> = {}): Change {
  return update(publicMetadata, privateMetadata, { verb: 'replace', ...more });
}

/** A deletion without a condition. */
export function deletion(more: Partial<Deletion> = {}): Deletion {
  return { etag: '', force: false, ...more };
}

/** A document of exactly so many bytes of compact JSON, whose one member is a text made of one character. */
export function documentOfSize(sizeBytes: number, key = 'text', character = 'x'): JsonObject {
  const room = sizeBytes - Buffer.byteLength(JSON.stringify({ [key]: '' }));
  const characterBytes = Buffer.byteLength(character);
  const text = character.repeat(Math.floor(room / characterBytes)) + 'x'.repeat(room % characterBytes);
  return { [key]: text };
}
