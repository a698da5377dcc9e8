import { makeElement } from './make-element.js';
import type { Profile } from './profile.js';

/** Makes the picture of an organization; its first letter where there is none, or where it can't be loaded. */
export function makePicture({ picture, pictureDescription, name = '', language }: Profile): HTMLElement {
  const [letter = '·'] = /[\p{L}\p{N}]/u.exec(name) ?? [];
  const instead = makeElement(
    'span',
    { class: 'picture', 'aria-hidden': 'true', lang: language },
    letter.toUpperCase(),
  );
  if (picture === undefined) return instead;
  const image = makeElement('img', {
    class: 'picture',
    alt: pictureDescription ?? `Picture of ${name === '' ? 'the organization' : name}`,
    width: '112',
    height: '112',
    referrerpolicy: 'no-referrer',
  });
  image.addEventListener('error', () => {
    image.replaceWith(instead);
  });
  image.src = picture.href;
  return image;
}
