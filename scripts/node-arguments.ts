import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly scripts: { readonly start: string };
};

/** What `npm start` gives Node before the program. Tests and benchmarks start the built service with it too, as users do. */
export const NODE_ARGUMENTS: readonly string[] = /exec node (.+) dist\//.exec(scripts.start)?.[1]?.split(' ') ?? [];
