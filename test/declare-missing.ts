import test from 'ava';

/**
 * Declares, in place of tests that can't run here, one that says so; it fails where all must run (`CI=true`).
 *
 * @param title says of what, and what is missing
 * @param mustRun is what it fails with
 */
export function declareMissing(title: string, mustRun: string): void {
  if (process.env.CI === 'true') test(title, (t) => t.fail(mustRun));
  else test.skip(title, (t) => t.fail());
}
