import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'ava';

test('V8 knows each of the flags that are set while the process runs: it says nothing of one that it does not know', (t) => {
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  const flags = [...readFileSync('src/cli/tune-runtime.ts', 'utf8').matchAll(/= '(--[a-z-]+)/g)].map(
    ([, flag]) => flag,
  );
  t.is(flags.length, 3);
  for (const flag of flags) t.true(known.includes(`${flag?.replace('--no-', '--')} (`), flag);
});
