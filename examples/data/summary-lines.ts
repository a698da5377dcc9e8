import type { LoadSummary } from './load-records.js';
import { REQUEST_TOO_LARGE } from './refusal.js';

/** How many names a line gives before it says how many more there are. */
const NAMES = 5;

/** Says what became of the records, in lines for people. */
export function summaryLines(summary: LoadSummary): string[] {
  const refused = [...summary.refused].map(([reason, names]) => `refused   ${names.length} ${reason}: ${list(names)}`);
  const { different } = summary;
  return [
    `records   ${summary.records}`,
    `documents ${summary.documents} written and read back, ${summary.bytes} bytes`,
    `over      ${summary.overLimit} over the limit, ${refusedForSize(summary)} refused for their size`,
    ...refused,
    `different ${different.length}${different.length === 0 ? '' : `: ${list(different)}`}`,
  ];
}

/** Tells whether everything came back equal, and exactly the records over the limit were refused for their size. */
export function isFaithful(summary: LoadSummary): boolean {
  return summary.different.length === 0 && summary.overLimit === refusedForSize(summary);
}

function refusedForSize({ refused }: LoadSummary): number {
  return (refused.get('METADATA_TOO_LARGE')?.length ?? 0) + (refused.get(REQUEST_TOO_LARGE)?.length ?? 0);
}

function list(names: readonly string[]): string {
  const more = names.length - NAMES;
  return names.slice(0, NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
