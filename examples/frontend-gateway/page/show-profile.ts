import { makeElement, makeWritten } from './make-element.js';
import { makePicture } from './make-picture.js';
import { placeOf, type Profile, type ProfileLink } from './profile.js';
import { show } from './show.js';

/** Shows the profile of an organization. */
export function showProfile(profile: Profile, updateTime: Date | undefined): void {
  const { name = 'An organization without a name', tagline, language, plan, links } = profile;
  const header = makeElement(
    'header',
    // In the direction of the name: a name from right to left has its picture at the right.
    { class: 'profile', dir: 'auto' },
    makePicture(profile),
    makeElement(
      'div',
      {},
      makeElement('h1', { lang: language }, name),
      tagline === undefined ? undefined : makeElement('p', { class: 'tagline', dir: 'auto', lang: language }, tagline),
      plan === undefined
        ? undefined
        : makeElement('p', { class: 'plan', dir: 'ltr' }, makeElement('span', {}, 'Plan'), ' ', makeWritten(plan)),
    ),
  );
  show(name, header, links.length === 0 ? undefined : makeLinks(links), makeUpdated(updateTime));
}

function makeLinks(links: readonly ProfileLink[]): HTMLElement {
  const items = links.map(({ title, url }) =>
    makeElement(
      'li',
      {},
      makeElement(
        'a',
        { href: url.href, rel: 'noopener noreferrer nofollow ugc', referrerpolicy: 'no-referrer' },
        makeElement('span', { class: 'title', dir: 'auto' }, title),
        // Where it leads is said by us, and not by whoever wrote the title.
        makeElement('span', { class: 'place' }, placeOf(url)),
      ),
    ),
  );
  return makeElement(
    'nav',
    { 'aria-labelledby': 'links' },
    makeElement('h2', { id: 'links' }, 'Links'),
    makeElement('ul', { class: 'links' }, ...items),
  );
}

function makeUpdated(time: Date | undefined): HTMLElement | undefined {
  if (time === undefined) return undefined;
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(time);
  return makeElement('p', { class: 'quiet' }, 'Updated ', makeElement('time', { datetime: time.toISOString() }, day));
}
