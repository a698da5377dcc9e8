import type { Page } from 'playwright-core';

/** A text that is seen, and the contrast with what is behind it. */
export interface Contrast {
  readonly text: string;
  readonly ratio: number;
}

/** Runs in the page: each text with its own colour and that of the nearest ground. */
const FIND_TEXTS = `[...document.querySelectorAll('body *')]
  .filter((element) => element.checkVisibility())
  .flatMap((element) => {
    let ground = element;
    while (getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
    const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join('');
    const texts = [[own, getComputedStyle(element).color]];
    if (element.placeholder) texts.push([element.placeholder, getComputedStyle(element, '::placeholder').color]);
    return texts
      .filter(([text]) => text !== '')
      .map(([text, color]) => ({ text, color, ground: getComputedStyle(ground).backgroundColor }));
  })`;

/** Measures the contrast of every text that a page shows, as WCAG defines it: from 1 to 21. */
export async function measureContrasts(page: Page): Promise<Contrast[]> {
  const texts = await page.evaluate<{ text: string; color: string; ground: string }[]>(FIND_TEXTS);
  return texts.map(({ text, color, ground }) => {
    const [darker = 0, lighter = 0] = [luminance(color), luminance(ground)].sort((a, b) => a - b);
    return { text, ratio: (lighter + 0.05) / (darker + 0.05) };
  });
}

function luminance(color: string): number {
  const channels = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color);
  if (channels === null) throw new Error(`${color} is not an opaque colour`);
  const [red = 0, green = 0, blue = 0] = channels.slice(1).map((channel) => {
    const part = Number(channel) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
