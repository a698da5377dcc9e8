import type { ExecutionContext, TestFn } from 'ava';

/** One test of a list that several stores are held to. */
export interface DeclaredCase {
  readonly title: string;
  readonly run: (t: ExecutionContext) => Promise<void>;
}

/** A list of cases, and which of them can't run here. */
export interface CaseList {
  /** What the list is, and of which store: begins each title. */
  readonly name: string;
  readonly cases: readonly DeclaredCase[];
  /** Why a case can't run, by its title. */
  readonly skips: Readonly<Record<string, string>>;
}

/** Declares a test for each case, a skipped one with its reason where it can't run, and one whose title tells how many run. */
export function declareCases(test: TestFn, { name, cases, skips }: CaseList): void {
  for (const { title, run } of cases) {
    const reason = skips[title];
    if (reason === undefined) test(`${name}: ${title}`, run);
    else test.skip(`${name}: ${title} (can't run: ${reason})`, run);
  }
  const skipped = cases.filter(({ title }) => title in skips).length;
  test(`${name}: of ${cases.length} cases, ${cases.length - skipped} run and ${skipped} are skipped`, (t) => {
    const titles = new Set(cases.map(({ title }) => title));
    t.is(titles.size, cases.length, 'every title is of one case');
    for (const title of Object.keys(skips)) t.true(titles.has(title), `a skip names no case: ${title}`);
  });
}
