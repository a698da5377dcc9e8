import { readInvitation } from './invitation.js';
import { readProfile } from './profile.js';
import { readPublic } from './read-public.js';
import { showInvitation } from './show-invitation.js';
import { showNothing, showUnavailable } from './show.js';

/** Greets by the invitation that the address names: `/invitation.html?organization=org_1&invitation=inv_1`. */
async function openInvitation(): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  const [organizationId = '', invitationId = ''] = ['organization', 'invitation'].map((name) =>
    parameters.get(name)?.trim(),
  );
  const isComplete = organizationId !== '' && invitationId !== '';
  const [invitation, organization] = isComplete
    ? await Promise.all([
        readPublic('organizations', organizationId, 'invitations', invitationId),
        readPublic('organizations', organizationId),
      ])
    : [{ kind: 'missing' as const }, undefined];
  if (invitation.kind === 'unavailable') {
    showUnavailable(openInvitation);
    return;
  }
  if (invitation.kind === 'missing') {
    // It does not expire: a backend has deleted it, or there never was one with this id.
    const hint = 'It may have been taken back, or the link that led here is not whole.';
    showNothing('This invitation isn’t here', `${hint} Ask whoever invited you to send another; it takes a minute.`);
    return;
  }
  // Without the organization's profile the greeting is shorter, and still one.
  const profile = organization?.kind === 'found' ? readProfile(organization.metadata, location.origin) : undefined;
  showInvitation(readInvitation(invitation.metadata), profile);
}

await openInvitation();
