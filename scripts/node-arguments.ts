import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly scripts: { readonly start: string };
};

const written = /exec node (.+) dist\//.exec(scripts.start)?.[1];
if (written === undefined) throw new Error('package.json: "start" gives Node no arguments before dist/…');

/** What `npm start` gives Node before the program. Tests and benchmarks start the built service with it too, as users do. */
export const NODE_ARGUMENTS: readonly string[] = written.split(' ');
