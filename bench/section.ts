import type { BenchOptions } from './options.js';
import type { Measurement } from './report/measurement.js';
import type { Workspace } from './workspace.js';

/** What a part of the benchmark is given. */
export interface SectionContext {
  readonly workspace: Workspace;
  readonly options: BenchOptions;
  /** Shows a number as it comes, with what it is. */
  readonly note: (text: string, value: number) => void;
}

/** One part of the benchmark: starts what it needs, measures, and checks that what it measured was real. */
export type Section = (context: SectionContext) => Promise<Measurement[]>;
