/**
 * Makes an element. What is given as a child becomes a node or text and never markup, whatever it holds.
 *
 * @param attributes those that are undefined are left out
 */
export function makeElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(attribute, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** Makes words that somebody wrote: in a direction of their own, which touches nothing around them. */
export function makeWritten(text: string, language?: string): HTMLElement {
  return makeElement('bdi', { lang: language }, text);
}
