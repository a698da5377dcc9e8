import { isEmpty, readProfile } from './profile.js';
import { readPublic } from './read-public.js';
import { showProfile } from './show-profile.js';
import { makeElement } from './make-element.js';
import { makeHeading, makeSearch, show, showNothing, showUnavailable } from './show.js';

/** Shows the profile of the organization that the address names: `/?organization=org_1`. */
async function openProfile(): Promise<void> {
  const organizationId = new URLSearchParams(location.search).get('organization')?.trim() ?? '';
  if (organizationId === '') {
    const title = 'Whom are you looking for?';
    show(
      title,
      makeHeading(title),
      makeElement('p', {}, 'Every organization here has a page of its own.'),
      makeSearch(),
    );
    return;
  }
  const reading = await readPublic('organizations', organizationId);
  if (reading.kind === 'unavailable') {
    showUnavailable(openProfile);
    return;
  }
  if (reading.kind === 'missing') {
    const hint = 'The address may have a slip in it, or the organization keeps to itself.';
    showNothing('There is no page here', hint);
    return;
  }
  const profile = readProfile(reading.metadata, location.origin);
  if (isEmpty(profile)) {
    showNothing('Nothing here yet', 'This organization hasn’t said anything about itself so far. Do look in again.');
    return;
  }
  showProfile(profile, reading.updateTime);
}

await openProfile();
