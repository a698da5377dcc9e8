import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Reads which flags of V8 the service sets while it runs. */
export function readFlags(): readonly string[] {
  const source = readFileSync('src/cli/tune-runtime.ts', 'utf8');
  return [...source.matchAll(/= '--(?:no-)?([a-z-]+)/g)].map(([, name]) => `--${name}`);
}

/** Lists those of them that a Node does not know: V8 says nothing of such. */
export function listUnknownFlags(node: string): readonly string[] {
  const known = execFileSync(node, ['--v8-options'], { encoding: 'utf8' });
  return readFlags().filter((flag) => !known.includes(`${flag} (`));
}
