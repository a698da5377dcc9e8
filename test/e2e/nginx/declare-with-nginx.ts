import test from 'ava';
import { findNginx } from './find-nginx.js';

/** Declares tests that need nginx; without it one that says so, and fails where all must run (`CI=true`). */
export function declareWithNginx(name: string, declare: (nginx: string) => void): void {
  const nginx = findNginx();
  if (nginx !== undefined) {
    declare(nginx);
    return;
  }
  const title = `${name}: can't run: nginx is not installed here`;
  if (process.env.CI === 'true') test(title, (t) => t.fail('with CI=true the set-up must be tested behind nginx'));
  else test.skip(title, (t) => t.fail());
}
