import type { TestFn } from 'ava';
import { findMissingNeed } from './find-missing-need.js';
import type { ServerName } from './server-program.js';

/**
 * Declares tests that need a server, where it can run. Elsewhere declares one that is skipped and says what isn't installed,
 * or, where `CI` is `true`, one that fails.
 */
export function declareServerTests(test: TestFn, name: ServerName, declare: () => void): void {
  const missing = findMissingNeed(name);
  if (missing === undefined) return declare();
  const title = `${name} can't run: ${missing} is not installed here`;
  if (process.env.CI === 'true') test(title, (t) => t.fail());
  else test.skip(title, (t) => t.fail());
}
