import type { ExecutionContext } from 'ava';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A visitor with an empty profile, who is gone when the test ends. */
export interface Visitor {
  readonly page: Page;
  /** Goes to an address, and waits until the page has shown what there is, its picture too. */
  readonly go: (url: string) => Promise<void>;
  /** All that went wrong in the page: errors that nobody caught, and what the Content-Security-Policy has refused. */
  readonly faults: string[];
}

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
  return {
    page,
    faults,
    go: async (url) => {
      await page.goto(url);
      await page.waitForSelector('main[aria-busy=false]');
      // A picture that can't be loaded is waited for, too.
      await page.evaluate('Promise.allSettled([...document.images].map((image) => image.decode()))');
    },
  };
}
