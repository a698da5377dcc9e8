import { makeElement } from './make-element.js';

/**
 * Shows something in place of what the page shows now. A screen reader says it.
 *
 * @param title is put in front of the name of the site
 */
export function show(title: string, ...children: readonly (Node | undefined)[]): void {
  document.title = `${title} · Directory`;
  const main = document.querySelector('main');
  main?.replaceChildren(...children.filter((child) => child !== undefined));
  main?.setAttribute('aria-busy', 'false');
}

/** Says that there is nothing, and what may be done. */
export function showNothing(title: string, ...sentences: readonly string[]): void {
  show(title, makeHeading(title), ...sentences.map((sentence) => makeElement('p', {}, sentence)), makeSearch());
}

/** Says that the service is down, and offers to try again. */
export function showUnavailable(tryAgain: () => Promise<void>): void {
  const title = 'We can’t show this right now';
  const heading = makeHeading(title);
  const button = makeElement('button', { type: 'button', class: 'action' }, 'Try again');
  button.addEventListener('click', () => {
    button.disabled = true;
    button.textContent = 'Trying…';
    void tryAgain().then(() => {
      // The button is gone, and with it the place of those who use the keyboard.
      document.querySelector('main')?.focus();
    });
  });
  const sentence = 'It isn’t anything you did: our service is taking a break. It is usually back within minutes.';
  show(title, heading, makeElement('p', {}, sentence), makeElement('p', {}, button));
}

/** Asks for the id of an organization. */
export function makeSearch(): HTMLElement {
  const input = makeElement('input', {
    id: 'organization',
    name: 'organization',
    required: '',
    maxlength: '128',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    placeholder: 'org_…',
  });
  return makeElement(
    'form',
    { action: '/', class: 'search' },
    makeElement('label', { for: 'organization' }, 'Look up an organization by its id'),
    makeElement('div', {}, input, makeElement('button', { class: 'action' }, 'Look up')),
  );
}

export function makeHeading(...children: readonly (Node | string)[]): HTMLElement {
  return makeElement('h1', {}, ...children);
}
