import { declareMissing } from '../../declare-missing.js';
import { findChromium } from './open-browser.js';

/** Declares tests that need Chromium; without it one that says so, and fails where all must run (`CI=true`). */
export function declareWithChromium(name: string, declare: (chromium: string) => void): void {
  const chromium = findChromium();
  if (chromium !== undefined) declare(chromium);
  else
    declareMissing(
      `${name}: can't run: Chromium is not installed here`,
      'with CI=true the page must be tested in a browser',
    );
}
