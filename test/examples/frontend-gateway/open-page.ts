import type { ExecutionContext } from 'ava';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A visitor with an empty profile, who is gone when the test ends. */
export interface Visitor {
  readonly page: Page;
  /** Goes to an address, and waits until the page has shown what there is, its picture too. */
  readonly go: (url: string) => Promise<void>;
  /** Waits for the same after a reload. */
  readonly shown: () => Promise<void>;
  /** All that went wrong in the page: errors that nobody caught, and what the Content-Security-Policy has refused. */
  readonly faults: string[];
}

/**
 * Runs in the page. It is told of the change and does not ask for it, since a busy machine may draw no frame for long, and Playwright's own
 * way asks once a frame. What the page holds is the answer if nothing comes; pictures that can't be loaded are waited for, too.
 */
const WAIT_UNTIL_SHOWN = `(async () => {
  const main = document.querySelector('main');
  const isShown = () => main.getAttribute('aria-busy') === 'false';
  await new Promise((resolve) => {
    if (isShown()) return resolve();
    new MutationObserver(() => isShown() && resolve()).observe(main, { attributes: true });
    setTimeout(resolve, 30_000);
  });
  if (!isShown()) return main.outerHTML;
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  return 'shown';
})()`;

/** Opens a page for a visitor. */
export async function openPage(
  t: ExecutionContext,
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext(options);
  t.teardown(() => context.close());
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    // A picture or a record that isn't there is no fault of the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  const shown = async () => {
    const state = await page.evaluate<string>(WAIT_UNTIL_SHOWN);
    if (state !== 'shown') throw new Error(`${page.url()} still shows ${state} (${faults.join(', ')})`);
  };
  return {
    page,
    faults,
    shown,
    go: async (url) => {
      await page.goto(url);
      await shown();
    },
  };
}
