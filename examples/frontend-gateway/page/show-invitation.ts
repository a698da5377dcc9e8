import type { Invitation } from './invitation.js';
import { makeElement, makeWritten } from './make-element.js';
import { makePicture } from './make-picture.js';
import { placeOf, type Profile } from './profile.js';
import { makeHeading, show } from './show.js';

/** Greets the one who is invited. @param profile of the organization, if it has one */
export function showInvitation({ name, invitedBy, role, message, acceptUrl }: Invitation, profile?: Profile): void {
  const greeting = name === undefined ? ['Welcome!'] : ['Welcome, ', makeWritten(name), '!'];
  const organization =
    profile?.name === undefined
      ? 'the organization'
      : makeElement('strong', {}, makeWritten(profile.name, profile.language));
  const asRole = role === undefined ? [] : [' as ', makeWritten(role)];
  const sentence =
    invitedBy === undefined
      ? ['You are invited to join ', organization, ...asRole, '.']
      : [makeWritten(invitedBy), ' invites you to join ', organization, ...asRole, '.'];
  show(
    name === undefined ? 'You are invited' : `Welcome, ${name}`,
    profile === undefined ? undefined : makePicture(profile),
    makeElement('p', { class: 'eyebrow' }, 'Invitation'),
    makeHeading(...greeting),
    makeElement('p', { class: 'tagline' }, ...sentence),
    message === undefined ? undefined : makeElement('blockquote', { dir: 'auto' }, message),
    acceptUrl === undefined
      ? makeElement('p', {}, 'To accept it, open the link in the message that brought it.')
      : makeAccept(acceptUrl),
    makeElement('p', { class: 'quiet' }, 'Accepted it already? Then there is nothing more to do: sign in as always.'),
  );
}

function makeAccept(url: URL): HTMLElement {
  return makeElement(
    'p',
    { class: 'accept' },
    makeElement(
      'a',
      { class: 'action', href: url.href, rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' },
      'Accept the invitation',
    ),
    makeElement('span', { class: 'place' }, `on ${placeOf(url)}`),
  );
}
