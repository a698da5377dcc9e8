import { parseArgs } from 'node:util';

/** The parts of the benchmark, in the order in which they run. */
const SECTIONS = ['reads', 'updates', 'size', 'mongodb', 'gateway', 'start'] as const;

export type SectionName = (typeof SECTIONS)[number];

/** How much is measured. */
export interface BenchOptions {
  readonly sections: readonly SectionName[];
  /** How often the things that are compared take turns. */
  readonly rounds: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
  /** The number of records of the larger of the two stores. */
  readonly records: number;
  /** Where the services under test leave profiles; undefined for none. */
  readonly profileFolder: string | undefined;
}

export const HELP = `Usage: npm run bench -- [options]

Compares the service with a server that does nothing, side by side, and prints the ratios.

  --only SECTION  only this part: ${SECTIONS.join(', ')}; may be given more than once
  --quick         short rounds and 100,000 records instead of 1,000,000, to see that all works
  --profile DIR   profiles the services into DIR and prints where their time went; the
                  ratios are then worth nothing
  --help          shows this

Needs two cores, Linux's taskset, and h2load: apt-get install nghttp2-client.`;

/**
 * Reads the command line.
 *
 * @returns undefined if help was asked for.
 * @throws Error on an unknown option or section.
 */
export function parseOptions(args: string[]): BenchOptions | undefined {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', multiple: true, default: [...SECTIONS] },
      quick: { type: 'boolean', default: false },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const unknown = values.only.find((name) => !SECTIONS.some((section) => section === name));
  if (unknown !== undefined)
    throw new Error(`--only ${unknown}: there is no such part; there are ${SECTIONS.join(', ')}`);
  const sections = SECTIONS.filter((section) => values.only.includes(section));
  const common = { sections, profileFolder: values.profile };
  return values.quick
    ? { ...common, rounds: 2, warmUpSeconds: 1, seconds: 1, records: 100_000 }
    : { ...common, rounds: 9, warmUpSeconds: 1, seconds: 2, records: 1_000_000 };
}
